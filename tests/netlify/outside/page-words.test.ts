import { describe, expect, test } from "vitest";
import { linksTo, wordsOf } from "../../../netlify/outside/page-words.ts";

const PAGE = "https://blog.org/2026/entrada/";
const TARGET = new URL("https://makethejobs.test/articulos/abierto/");

describe("a page links to an article", () => {
  test.each([
    '<a href="https://makethejobs.test/articulos/abierto/">',
    "<a class=x href='https://makethejobs.test/articulos/abierto/#comentarios'>",
    "<A HREF=https://makethejobs.test/articulos/abierto/>",
    '<a rel="x" href=" http://makethejobs.test/articulos/abierto/?a=1&amp;b=2 ">',
    '<link rel="in-reply-to" href="//makethejobs.test/articulos/abierto/">',
    '<base href="https://makethejobs.test/articulos/"><a href="abierto/">',
  ])("by %s", (html) => expect(linksTo(html, PAGE, TARGET)).toBe(true));

  test.each([
    "https://makethejobs.test/articulos/abierto/",
    '<a href="https://makethejobs.test/articulos/">',
    '<a href="https://makethejobs.test/articulos/abierto/comentarios/">',
    '<a href="https://otra.test/articulos/abierto/">',
    '<a href="/articulos/abierto/">',
    '<a href="https://otra.test/?u=https://makethejobs.test/articulos/abierto/">',
    '<a data-href="https://makethejobs.test/articulos/abierto/">',
    "<a href>",
    "",
  ])("and not by %s", (html) => expect(linksTo(html, PAGE, TARGET)).toBe(false));
});

describe("the words of a page", () => {
  test("are those of its entry, as text", async () => {
    const html = `<title>Blog</title><article class="h-entry"><h1 class="p-name">Una <b>entrada</b></h1>
      <a class="p-author h-card" href="/">Ana &amp; Luis<img src="/a.jpg" alt=""></a>
      <div class="e-content"><p>Muy&nbsp;de <script>x()</script>acuerdo &lt;b&gt;.</p></div></article>`;
    expect(await wordsOf(html, PAGE)).toEqual({
      author: "Ana & Luis",
      title: "Una entrada",
      text: "Muy de acuerdo <b>.",
    });
  });

  test("the first of a feed, its summary where it has no content, its name where it has neither", async () => {
    const feed = '<div class="h-feed"><div class="h-entry"><p class="p-summary">Breve</p></div></div>';
    expect(await wordsOf(feed, PAGE)).toMatchObject({ text: "Breve" });
    expect(await wordsOf('<p class="h-entry">Solo esto</p>', PAGE)).toMatchObject({ text: "Solo esto" });
  });

  test("the title alone where there is no entry", async () => {
    expect(await wordsOf("<title>\n Un  blog &amp; más </title><p>Hola", PAGE)).toEqual({
      author: null,
      title: "Un blog & más",
      text: null,
    });
    expect(await wordsOf("", PAGE)).toEqual({ author: null, title: null, text: null });
  });

  test("of a hostile page are found in no time, or not at all", { timeout: 10_000 }, async () => {
    const hostile = [
      "<a ".repeat(300_000),
      "<a href=".repeat(100_000),
      `<title>${"<".repeat(900_000)}`,
      "<div>".repeat(200_000),
      Array.from({ length: 30_000 }, (_, n) => `<font size="${String(n)}">`).join("") + "<p>x".repeat(50_000),
      '<div class="h-entry">'.repeat(20_000),
    ];
    for (const html of hostile) {
      const began = performance.now();
      expect(linksTo(html, PAGE, TARGET)).toBe(false);
      await wordsOf(html, PAGE);
      expect(performance.now() - began, html.slice(0, 20)).toBeLessThan(5000);
    }
  });
});
