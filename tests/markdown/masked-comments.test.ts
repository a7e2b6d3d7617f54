import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTACT_MASK } from "../../src/language/contact-data.ts";
import { renderComment } from "../../src/markdown/comment-markdown.ts";
import { hostileText } from "./hostile-text.ts";
import { problemsOf } from "./html-grammar.ts";

/** What a reader takes in: no tags, and what the addresses of links lead to. */
function seen(html: string): string {
  return html
    .replace(/<a href="([^"]*)"[^>]*>/g, " $1 ")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&");
}

const HIDDEN = [
  "ana\\@gmail.com",
  "ana@gm**ai**l.com",
  "ana@gm*ai*l.com",
  "ana@`gmail`.com",
  "`ana@`gmail.com",
  "**ana**@**gmail**.**com**",
  "ana\\@gmail\\.com",
  "<ana@gmail.com>",
  "ana&#64;gmail.com",
  "ana&commat;gmail.com",
  "ana@gmail。com",
  "ana＠gmail．com",
  "ana@gmail․com",
  "ana@\ngmail.com",
  "[ana](https://a.es)@gmail.com",
  "[aquí](mailto:ana@gmail.com)",
  "[aquí](https://ana@gmail.com/)",
  "[aquí](https://a.es/?m=ana@gmail.com)",
  "[aquí](https://a.es/?m=ana%40gmail.com)",
  "[aquí](https://a.es/?m=ana%2540gmail.com)",
  "612**3**45678",
  "612*345*678",
  "6`1`2345678",
  "612\\-345\\-678",
  "612\n345\n678",
  "- 612\n- 345\n- 678",
  "612\n- 345 678",
  "> 612\n\n345 678",
  "6. 12345678",
  "```\n612 345\n678\n```",
  "612[345](https://a.es)678",
  "[llama](https://example.es/?tel=612345678)",
  "[llama](https://example.es/?tel=%36%31%32345678)",
  "[llama](tel:612345678)",
  "https://example.es/?tel=612345678",
  "[chat](https://t%2Eme/pepito)",
  "[chat](https://t.me/pepito)",
  "[chat](https://wa%2Eme/34612345678)",
  "[chat](https://t。me/pepito)",
  "[chat](https://T.ME:443/pepito)",
  "[chat](https://pepito.t.me/)",
  "[chat](<https://t%2Eme/pepito>)",
  "[chat](https://t\\.me/pepito)",
  "[chat](https://t&#46;me/pepito)",
  "https://t%2Eme/pepito",
  "t%2Eme/pepito",
  "t\\.me/pepito",
  "t.**me**/pepito",
  "<https://t.me/pepito>",
  "ES91 2100 **0418** 4502 0005 1332",
];

describe("contact data is hidden as a reader would see it", () => {
  test.each(HIDDEN)("%j", (source) => {
    const html = renderComment(
      `Hola: ${source.startsWith("-") || /^(?:6\.|>|`{3})/.test(source) ? "\n\n" : ""}${source}`,
    );
    expect(html).toContain(CONTACT_MASK);
    expect(seen(html.replaceAll(CONTACT_MASK, ""))).not.toMatch(/gmail|pepito|me\/|\d{3}|6\.|start=|1332/);
    expect(problemsOf(html)).toEqual([]);
  });
});

describe("one mask stands for the whole, and what is around stays", () => {
  test.each([
    ["a ana@gm**ai**l.com b", `<p>a ${CONTACT_MASK} b</p>`],
    ["**Llama al 612** 345 678 *ya*", `<p><strong>Llama al ${CONTACT_MASK}</strong> <em>ya</em></p>`],
    ["[aquí](https://wa%2Eme/34612345678) y ya", `<p>aquí ${CONTACT_MASK} y ya</p>`],
    ["mira https://t%2Eme/pepito.", `<p>mira ${CONTACT_MASK}.</p>`],
    ["`612 345 678`", `<p><code>${CONTACT_MASK}</code></p>`],
    ["- 612\n- 345 678", `<ul><li>${CONTACT_MASK}</li><li></li></ul>`],
    ["6. 12345678", `<ol><li>${CONTACT_MASK}</li></ol>`],
  ])("%j", (source, html) => {
    expect(renderComment(source)).toBe(html);
  });

  test.each([
    "de 600 a 900 euros",
    "*2019*-**2024**",
    "Lote 700 **123** 456",
    "Factura `612345678`-A",
    "- 600 €\n- 750 €\n- 900 €",
    "[web](https://ejemplo.es/foto-612345678.html)",
    "7. Lo séptimo\n8. Lo octavo",
  ])("%j has nothing to hide", (source) => {
    expect(renderComment(source)).not.toContain(CONTACT_MASK);
  });
});

test("marks anywhere in it hide neither an address nor a telephone", () => {
  const mark = fc.constantFrom("**", "*", "`", "\\", "\u200b", "", "", "");
  const data = fc.constantFrom("ana@gmail.com", "612345678", "t.me/pepito");
  fc.assert(
    fc.property(data, fc.array(mark, { minLength: 14, maxLength: 14 }), (text, marks) => {
      const typed = Array.from(text, (character, at) => (marks[at] ?? "") + character).join("");
      const html = renderComment(`x ${typed} y`);
      const shown = seen(html).replace(/[*`\\\u200b]/g, "");
      expect(shown).not.toContain(text);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is typed around a telephone, the HTML stays well-formed and hides it", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (before, after) => {
      const html = renderComment(`${before}\n\nllama al 612 345 678 ya\n\n${after}`);
      expect(problemsOf(html)).toEqual([]);
      expect(html).not.toContain("612 345 678");
    }),
    { numRuns: 1000 },
  );
});
