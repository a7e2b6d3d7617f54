import { parseFeed } from "@rowanmanning/feed-parser";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { describe, expect, test } from "vitest";
import { atomXml } from "../../src/feeds/atom.ts";
import { feedId, type Feed, type FeedItem } from "../../src/feeds/feed.ts";
import { jsonFeed } from "../../src/feeds/json-feed.ts";
import { rssXml } from "../../src/feeds/rss.ts";

const ITEM: FeedItem = {
  id: feedId("articulos/uno"),
  url: "https://site.test/articulos/uno/",
  title: "Qué & cómo <b>responder</b>",
  summary: "Una frase con <marcas> & demás ]]>",
  html: '<p>Todo el texto, <a href="https://site.test/">aquí</a></p>',
  publishedAt: new Date("2026-11-16T00:00:00Z"),
  updatedAt: new Date("2026-11-18T10:20:30Z"),
  author: { name: "Equipo", url: "https://site.test/autores/equipo/" },
  tags: ["Crisis"],
  commentsUrl: "https://site.test/articulos/uno/comentarios/",
};

function feedOf(...items: FeedItem[]): Feed {
  return {
    title: "Artículos",
    description: "De todo & más",
    home: "https://site.test/articulos/",
    self: "https://site.test/rss.xml",
    items,
  };
}

describe.each([
  ["RSS", rssXml],
  ["Atom", atomXml],
])("%s", (_, write) => {
  test("is read back by a feed reader as it was meant", () => {
    const [item] = parseFeed(write(feedOf(ITEM))).items;
    expect(item?.id).toBe(ITEM.id);
    expect(item?.url).toBe(ITEM.url);
    expect(item?.content).toBe(ITEM.html);
    expect(item?.published).toEqual(ITEM.publishedAt);
    expect(item?.authors.map(({ name }) => name)).toEqual(["Equipo"]);
    expect(item?.categories.map(({ term }) => term)).toEqual(["Crisis"]);
  });

  test("is read by another reader as well, with its own address and language", () => {
    const { format, feed } = parseWithFeedsmith(write(feedOf(ITEM, ITEM)));
    expect(`${format} ${JSON.stringify(feed)}`).toMatch(
      format === "rss"
        ? /^rss .*"language":"es".*"href":"https:\/\/site.test\/rss.xml","rel":"self"/
        : /^atom .*"href":"https:\/\/site.test\/rss.xml","rel":"self"/,
    );
    expect(JSON.stringify(feed).match(/<p>Todo el texto, <a href=/g)).toHaveLength(2);
  });

  test("carries text that was escaped as it is, even what would end a CDATA section", () => {
    const xml = write(feedOf({ ...ITEM, html: "<p>1 &lt; 2 ]]&gt; ]]></p>" }));
    expect(xml).toContain("<p>1 &lt; 2 ]]&gt; ]]]]><![CDATA[></p>");
  });
});

test("RSS holds no character that XML forbids, and no title that could be taken for a tag", () => {
  const xml = rssXml(feedOf({ ...ITEM, title: "<script>\u0000\u000b\ud800 hola", html: "<p>a\uffff</p>" }));
  expect(xml).not.toMatch(/[\u0000\u000b\uffff]|\\ud800/);
  expect(xml.isWellFormed()).toBe(true);
  expect(parseFeed(xml).items[0]?.title).toBe("‹script› hola");
});

test("RSS without items is still a feed, and says no date that isn't one", () => {
  const xml = rssXml(feedOf());
  expect(parseFeed(xml).items).toEqual([]);
  expect(xml).not.toContain("lastBuildDate");
});

test("both say when it changed; RSS dates are those of RFC 822", () => {
  const [item] = parseFeed(atomXml(feedOf(ITEM))).items;
  expect(item?.updated).toEqual(ITEM.updatedAt);
  expect(rssXml(feedOf(ITEM))).toContain("<atom:updated>2026-11-18T10:20:30.000Z</atom:updated>");
  expect(rssXml(feedOf(ITEM))).toContain("<pubDate>Mon, 16 Nov 2026 00:00:00 GMT</pubDate>");
});

test("JSON Feed says version, language, whole text and dates of RFC 3339", () => {
  expect(JSON.parse(jsonFeed(feedOf(ITEM)))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    language: "es",
    items: [
      {
        id: "tag:makethejobs.com,2026:articulos/uno",
        url: ITEM.url,
        title: ITEM.title,
        summary: ITEM.summary,
        content_html: ITEM.html,
        date_published: "2026-11-16T00:00:00.000Z",
        date_modified: "2026-11-18T10:20:30.000Z",
        authors: [ITEM.author],
        tags: ["Crisis"],
      },
    ],
  });
});
