import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@rowanmanning/feed-parser";
import { HtmlValidate } from "html-validate/node";
import { describe, expect, test } from "vitest";
import { htmlText } from "../../src/feeds/html-text.ts";
import { FEED_ARTICLES } from "../../src/site.ts";
import { builtPage, builtPaths, DIST, ROOT } from "../support/site/built-site.ts";

interface Entry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly published: string;
}

/** Slugs of the published articles, newest first: what functions know too. */
const SLUGS = (
  JSON.parse(readFileSync(join(ROOT, "src/generated/articles.json"), "utf8")) as {
    articles: { slug: string }[];
  }
).articles.map(({ slug }) => slug);

function readFeed(path: string): Entry[] {
  const text = readFileSync(join(DIST, path), "utf8");
  if (path.endsWith(".json")) return readJsonFeed(text);
  return parseFeed(text).items.map(({ id, url, title, published }, index) => ({
    id: id ?? "",
    url: url ?? "",
    title: title ?? "",
    // As it stands in the file: the parser decodes it once too often.
    html: [...text.matchAll(/<content[^>]*>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/content/g)][index]?.[1] ?? "",
    published: published?.toISOString() ?? "",
  }));
}

function readJsonFeed(text: string): Entry[] {
  const feed = JSON.parse(text) as { version: string; items: Record<string, string>[] };
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  return feed.items.map((item) => ({
    id: item["id"] ?? "",
    url: item["url"] ?? "",
    title: item["title"] ?? "",
    html: item["content_html"] ?? "",
    published: item["date_published"] ?? "",
  }));
}

const FEEDS = globSync("{rss.xml,atom.xml,feed.json,temas/*/{rss.xml,atom.xml,feed.json}}", { cwd: DIST });
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  // A piece of text has no page around it.
  rules: { "require-sri": "off", "heading-level": "off", "long-title": "off", "no-inline-style": "error" },
});

test("there are three feeds of the site and three of each topic that has articles, and no more", () => {
  const topics = builtPaths().filter(
    (path) => /^\/temas\/.+/.test(path) && !builtPage(path).includes('content="noindex"'),
  );
  expect(topics.length).toBeGreaterThan(5);
  expect(FEEDS).toHaveLength(3 + 3 * topics.length);
  for (const topic of topics) expect(FEEDS).toContain(`${topic.slice(1)}rss.xml`);
});

describe("the site's feeds", () => {
  test("carry the newest articles, newest first, the same in every format", () => {
    const [rss, atom, json] = ["rss.xml", "atom.xml", "feed.json"].map(readFeed);
    const own = rss?.map(({ url }) => /\/articulos\/([^/]+)\/$/.exec(url)?.[1]);
    expect(own?.toSorted()).toEqual(SLUGS.slice(0, FEED_ARTICLES).toSorted());
    expect(rss?.map(({ published }) => published)).toEqual(
      rss?.map(({ published }) => published).toSorted((a, b) => b.localeCompare(a)),
    );
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  });

  test("name each article by an id that holds no address, so that moving the site shows nothing twice", () => {
    expect(readFeed("rss.xml").map(({ id }) => id)).toEqual(
      readFeed("rss.xml").map(
        ({ url }) => `tag:makethejobs.com,2026:articulos/${url.split("/").at(-2) ?? ""}`,
      ),
    );
  });
});

describe.each(FEEDS)("%s", (path) => {
  const text = readFileSync(join(DIST, path), "utf8");
  const entries = readFeed(path);

  test("says dates as its format wants them, and its own address", () => {
    const written = [...text.matchAll(/(?:<pubDate>|<published>|"date_published": ")([^<"]+)/g)].map(
      ([, date = ""]) => date,
    );
    expect(written).toHaveLength(entries.length);
    const shape = path.endsWith("rss.xml")
      ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
      : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
    expect(written.filter((date) => !shape.test(date))).toEqual([]);
    expect(text).toMatch(new RegExp(`"?(href=|feed_url": )"https?://[^"]+/${path}"`));
  });

  test("leaks nothing of how articles are written, and no looks", () => {
    for (const { html } of entries) {
      expect(html).not.toMatch(/^\s*(import|export)\s/m);
      expect(html).not.toMatch(/[{}]|<\/?[A-Z]|\s(class|className|style|data-[\w-]+|aria-[\w-]+|id)="/);
      expect(html).not.toMatch(/<\/?(div|span|section|svg|script|style|astro-[\w-]+)\b/);
    }
  });

  test("has only absolute addresses", () => {
    for (const { html, url } of entries) {
      expect(url).toMatch(/^https?:\/\/[^/]+\/articulos\/[a-z0-9-]+\/$/);
      const links = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link);
      expect(links.filter((link) => !/^(https?:\/\/|mailto:)/.test(link))).toEqual([]);
    }
  });
});

describe.each(readFeed("rss.xml"))("the text of «$title»", ({ html, url }) => {
  test("is whole: every paragraph, point and cell of the page is there", () => {
    const page = builtPage(new URL(url).pathname);
    const body = page
      .slice(page.indexOf('<div class="prose">'), page.indexOf('<footer class="article-end">'))
      // Names of boxes are said otherwise where there are no boxes.
      .replace(/<aside class="download"[\s\S]*?<\/aside>|<p class="aside-title">[\s\S]*?<\/p>/g, "");
    const parts = [...body.matchAll(/<(p|li|td|h2|h3)(?: [^>]*)?>([\s\S]*?)<\/\1>/g)]
      .filter(([, , inner = ""]) => !/<(ul|ol)\b/.test(inner))
      .map(([, , inner = ""]) => squeezed(inner))
      .filter((part) => part !== "");
    expect(parts.length).toBeGreaterThan(20);
    const words = squeezed(html);
    expect(parts.filter((part) => !words.includes(part))).toEqual([]);
  });

  test("is well-formed HTML", async () => {
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });
});

test("every page names the feeds of the site, and a topic's page its own", () => {
  for (const path of builtPaths()) {
    for (const feed of ["/rss.xml", "/atom.xml", "/feed.json"])
      expect(builtPage(path)).toMatch(
        new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="${feed}"`),
      );
  }
  expect(builtPage("/temas/crisis/")).toContain('href="/temas/crisis/rss.xml"');
  expect(builtPage("/articulos/nunca-borres-la-polemica/")).toContain(
    'href="/articulos/nunca-borres-la-polemica/comentarios/rss.xml"',
  );
});

function squeezed(html: string): string {
  return htmlText(html).replace(/\s/g, "");
}
