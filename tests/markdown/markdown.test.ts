import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, renderComment } from "../../src/markdown/comment-markdown.ts";
import { hostileText } from "./hostile-text.ts";
import { problemsOf } from "./html-grammar.ts";

const link = (href: string, text: string) => `<a href="${href}" rel="ugc nofollow noopener">${text}</a>`;

describe("what a commenter can write", () => {
  test.each([
    ["Hola\n\nadiós", "<p>Hola</p>\n<p>adiós</p>"],
    ["una línea\notra", "<p>una línea<br>\notra</p>"],
    ["*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>"],
    ["***todo***", "<p><em><strong>todo</strong></em></p>"],
    ["**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"],
    ["2 * 3 * 4 y snake_case_name", "<p>2 * 3 * 4 y snake_case_name</p>"],
    ["usa `a < b` aquí", "<p>usa <code>a &lt; b</code> aquí</p>"],
    ["``a ` b``", "<p><code>a ` b</code></p>"],
    ["```html\n<b>\n```\nfin", "<pre><code>&lt;b&gt;</code></pre>\n<p>fin</p>"],
    ["> cita\n> sigue\n\nyo", "<blockquote><p>cita<br>\nsigue</p></blockquote>\n<p>yo</p>"],
    ["Cosas:\n- a\n- **b**", "<p>Cosas:</p>\n<ul><li>a</li><li><strong>b</strong></li></ul>"],
    ["- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"],
    ["1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"],
    ["3) a\n4) b", '<ol start="3"><li>a</li><li>b</li></ol>'],
    ["\\*no\\*", "<p>*no*</p>"],
  ])("%j", (source, html) => {
    expect(renderComment(source)).toBe(html);
  });

  test("a line that opens with a year or a number stays prose", () => {
    expect(renderComment("Fue en\n2024. Un gran año")).toBe("<p>Fue en<br>\n2024. Un gran año</p>");
    expect(renderComment("Fue el\n24. Creo")).toBe("<p>Fue el<br>\n24. Creo</p>");
  });
});

describe("links", () => {
  test.each([
    ["[web](https://ejemplo.es/a_(b))", link("https://ejemplo.es/a_(b)", "web")],
    ["[**web**](<https://ejemplo.es/>)", link("https://ejemplo.es/", "<strong>web</strong>")],
    [
      "https://ejemplo.es/x?a=1&b=2.",
      `${link("https://ejemplo.es/x?a=1&amp;b=2", "https://ejemplo.es/x?a=1&amp;b=2")}.`,
    ],
    ["(http://ejemplo.es/a)", `(${link("http://ejemplo.es/a", "http://ejemplo.es/a")})`],
    ["«https://ejemplo.es/»", `«${link("https://ejemplo.es/", "https://ejemplo.es/")}»`],
    ["<https://ejemplo.es/>", link("https://ejemplo.es/", "https://ejemplo.es/")],
    ["*a [b* c](https://ejemplo.es/)*", `<em>a ${link("https://ejemplo.es/", "b* c")}</em>`],
    // What the parser takes for an address while it looks for the end of the words is none within them.
    [
      "[a <https://b.es/[b](https://c.es/)> d](https://e.es/)",
      link("https://e.es/", "a &lt;https://b.es/[b](https://c.es/)&gt; d"),
    ],
    ["[a https://otra.es/](https://ejemplo.es/)", link("https://ejemplo.es/", "a https://otra.es/")],
    [
      "[a [b](https://b.es/) c](https://c.es/)",
      `[a ${link("https://b.es/", "b")} c](${link("https://c.es/", "https://c.es/")})`,
    ],
  ])("%s", (source, html) => {
    expect(renderComment(source)).toBe(`<p>${html}</p>`);
  });

  // The parser of addresses lets these stand in the name of a host, where no host has them.
  test.each(['<http://">', "[a](http://a'b.es/)", "<http://(a).es>", "[a](https://$a.es/)"])(
    "%s leads to no host and stays text",
    (source) => {
      expect(renderComment(source)).not.toContain("<a ");
    },
  );

  test.each([
    ["«", "»"],
    ["“", "”"],
    ["‘", "’"],
    ["‹", "›"],
    ["【", "】"],
    ["（", "）"],
    ["『", "』"],
    ["", "…"],
    ["", "。"],
    ["", "।"],
    ["", "?!"],
    ["", "!”."],
    ["(", ")."],
    ["(mira ", "))"],
    ["", "—y"],
    ["'", "'"],
  ])("what closes a sentence or a quotation is no part of a bare address: %s…%s", (before, after) => {
    const address = "https://ejemplo.es/uno";
    const shown = (text: string): string => text.replaceAll("'", "&#39;");
    expect(renderComment(before + address + after)).toBe(
      `<p>${shown(before)}${link(address, address)}${shown(after)}</p>`,
    );
  });

  test("marks around a bare address are marks", () => {
    const address = "https://ejemplo.es/uno";
    expect(renderComment(`**${address}** y _${address}_`)).toBe(
      `<p><strong>${link(address, address)}</strong> y <em>${link(address, address)}</em></p>`,
    );
  });

  test.each([
    "[](https://ejemplo.es/)",
    "[x]()",
    '[x](https://ejemplo.es/ "título")',
    "[x][1]\n\n[1]: https://ejemplo.es/",
  ])("%j is no link with words of its own", (source) => {
    expect(renderComment(source)).not.toMatch(/<a [^>]*>x?<\/a>/);
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,a)",
    "[x](//ejemplo.es)",
    "[x](/relativa)",
    "[x](https://banco.es@otro.example/)",
    "javascript:alert(1)",
    "xhttps://ejemplo.es",
    "https://",
  ])("%s stays text", (source) => {
    expect(renderComment(source)).not.toContain("<a");
  });
});

describe("what a comment can't do", () => {
  test.each([
    ["<b>hola</b>", "<p>&lt;b&gt;hola&lt;/b&gt;</p>"],
    ["# título", "<p># título</p>"],
    ["![foto](/x.png)", "<p>![foto](/x.png)</p>"],
    ["&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>"],
    ["a\n---\nb", "<p>a<br>\n---<br>\nb</p>"],
    ["~~a~~", "<p>~~a~~</p>"],
    ["    a", "<p>a</p>"],
    ["> a\nb", "<blockquote><p>a</p></blockquote>\n<p>b</p>"],
  ])("%s is shown as typed", (source, html) => {
    expect(renderComment(source)).toBe(html);
  });

  test("turn the direction of the page or send controls", () => {
    expect(renderComment("a\u202Eb\u0000c\u2066d")).toBe("<p>abcd</p>");
  });

  test("nest without end", () => {
    expect(renderComment("> ".repeat(50) + "x").split("<blockquote>").length - 1).toBe(4);
    const deep = renderComment("> - ".repeat(40) + "hondo");
    expect(deep).toContain("hondo");
    expect(deep.match(/<(?:blockquote|ul)>/g)).toHaveLength(4);
    const html = renderComment("*a **b ".repeat(50) + "c** d* ".repeat(50));
    expect(html.match(/<(?:em|strong)>/g)).toHaveLength(6);
    expect(problemsOf(html)).toEqual([]);
  });

  test("get anything but the allowed tags and attributes out, whatever is typed", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(problemsOf(renderComment(text))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test("lose letters: everything typed can be read in the plain text", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zñáé0-9<>&"']{1,8}$/), { minLength: 1 }), (words) => {
        expect(plainText(`Hola ${words.join(" ")}`)).toBe(`Hola ${words.join(" ")}`);
      }),
    );
  });
});

describe("plain text", () => {
  test("keeps the meaning without the marks", () => {
    expect(plainText("Hola **Ana**:\n\n- mira [esto](https://ejemplo.es/)\n- y `eso`\n\n> cita")).toBe(
      "Hola Ana:\n\n- mira esto (https://ejemplo.es/)\n- y eso\n\n> cita",
    );
  });
});
