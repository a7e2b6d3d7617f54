import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtPage, builtPaths, DIST, startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

const ARTICLES = builtPaths().filter((path) => /^\/articulos\/[a-z][^/]*\/$/.test(path));
const FIRST_OF_SERIES = "/articulos/nunca-borres-la-polemica/";
const MIDDLE_OF_SERIES = "/articulos/verifica-antes-de-publicar/";
const CLOSED = "/articulos/community-manager-y-social-media-manager/";

function part(html: string, pattern: RegExp): string {
  return pattern.exec(html)?.[0] ?? "";
}

function hrefs(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

test("every article is here", () => {
  expect(ARTICLES).toHaveLength(26);
});

describe.each(ARTICLES)("%s", (path) => {
  const html = builtPage(path);
  const body = part(html, /<div class="prose">[\s\S]*?<footer class="article-end">/);

  test("says who wrote it, when, how long it takes and whose the pictures are", () => {
    const meta = part(html, /<p class="article-meta">[\s\S]*?<\/p>/);
    expect(meta).toMatch(/rel="author"/);
    expect(meta).toMatch(/<time datetime="\d{4}-\d\d-\d\d">\d+ de \p{L}+ de \d{4}<\/time>/u);
    expect(meta).toMatch(/· \d+ min de lectura/);
    expect(html).toMatch(/Texto: <a href="\/autores\/equipo\/">Equipo Makethejobs<\/a>/);
    for (const figure of body.match(/<figure class="figure">[\s\S]*?<\/figure>/g) ?? []) {
      expect(figure).toMatch(/<img [^>]*width="\d+" height="\d+" alt="[^"]{20,}"/);
      expect(figure).toMatch(/Imagen: |Mapa: /);
    }
  });

  test("links each term of the glossary once at most, never in a heading or another link", () => {
    const terms = [...body.matchAll(/<a class="term" href="(\/glosario\/[a-z-]+\/)" title="([^"]+)"/g)];
    expect(new Set(terms.map(([, href]) => href)).size).toBe(terms.length);
    for (const [, href = "", title = ""] of terms) {
      expect(existsSync(join(DIST, href, "index.html")), href).toBe(true);
      expect(title).toMatch(/[.?!]$/);
    }
    expect(body).not.toMatch(/<h[2-6][^>]*>(?:(?!<\/h)[\s\S])*class="term"/);
    expect(body).not.toMatch(/<a (?:(?!<\/a>)[\s\S])*<a /);
  });

  test("leads on to three other articles at least, none of them itself", () => {
    const more = part(html, /<aside class="article-more[\s\S]*?<\/aside>/);
    const next = hrefs(more).filter((href) => href.startsWith("/articulos/"));
    expect(new Set(next).size).toBeGreaterThanOrEqual(3);
    expect(next).not.toContain(path);
  });

  test("can be sent on with plain links, and asks nothing of anybody before", () => {
    const share = part(html, /<section class="share[\s\S]*?<\/section>/);
    const links = hrefs(share);
    expect(links).toHaveLength(7);
    for (const href of links) {
      expect(decodeURIComponent(href)).toContain(path);
      expect(href).toMatch(/^(?:https:|mailto:)/);
    }
    expect(share).toMatch(/<a [^>]*rel="noopener/);
    expect(share).not.toMatch(/<(?:script|iframe|img)/);
  });
});

test("many terms are linked all in all", () => {
  const count = ARTICLES.reduce(
    (sum, path) => sum + (builtPage(path).match(/class="term"/g)?.length ?? 0),
    0,
  );
  expect(count).toBeGreaterThan(60);
});

describe("a series", () => {
  test("names the article's place in it, and what comes before and after", () => {
    const middle = part(builtPage(MIDDLE_OF_SERIES), /<nav class="series"[\s\S]*?<\/nav>/);
    expect(middle).toContain("2 de 3");
    expect(middle).toMatch(/href="\/articulos\/nunca-borres-la-polemica\/" rel="prev"/);
    expect(middle).toMatch(/href="\/articulos\/concursos-en-redes\/" rel="next"/);
    const first = part(builtPage(FIRST_OF_SERIES), /<nav class="series"[\s\S]*?<\/nav>/);
    expect(first).not.toContain('rel="prev"');
  });
});

describe("the number of comments", () => {
  test("stands wherever an article is listed, in words", () => {
    for (const path of [
      "/articulos/",
      "/temas/crisis/",
      "/autores/equipo/",
      "/series/cuando-algo-sale-mal/",
      "/archivo/",
    ]) {
      expect(builtPage(path), path).toContain("Sin comentarios");
    }
    expect(builtPage("/articulos/2/") + builtPage("/articulos/")).toContain("Comentarios cerrados");
    expect(builtPage(CLOSED)).toContain("Los comentarios de este artículo están cerrados");
  });
});

describe("lists of articles", () => {
  test("are paged, and every article is on one page", () => {
    const pages = builtPaths().filter((path) => /^\/articulos\/(\d+\/)?$/.test(path));
    expect(pages).toEqual(["/articulos/", "/articulos/2/", "/articulos/3/"]);
    const listed = pages.flatMap((path) =>
      hrefs(part(builtPage(path), /<ul class="cards[^"]*"[\s\S]*?<\/ul>/)),
    );
    expect([...listed].sort()).toEqual([...ARTICLES].sort());
  });

  test("the archive has them all by year and month, newest first", () => {
    const html = builtPage("/archivo/");
    const links = hrefs(html).filter((href) => ARTICLES.includes(href));
    expect([...links].sort()).toEqual([...ARTICLES].sort());
    const days = [...html.matchAll(/Día (\d+)/g)].map(([, day]) => Number(day));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });
});

describe("old addresses", () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startBuiltSite();
  });
  afterAll(() => site.stop());

  test("lead to the page of today in one hop", async () => {
    const response = await fetch(`${site.origin}/articulos/como-pedir-un-favor/`, { redirect: "manual" });
    expect(response.status).toBe(301);
    const target = response.headers.get("location") ?? "";
    expect(target).toBe("/articulos/como-pedir-un-favor-y-que-te-digan-que-si/");
    expect((await fetch(site.origin + target, { redirect: "manual" })).status).toBe(200);
  });
});
