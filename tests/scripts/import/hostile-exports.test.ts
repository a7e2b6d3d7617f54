import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCode } from "../../../scripts/edit/check-code.ts";
import { readContent } from "../../../scripts/edit/front-matter.ts";
import { allBelow, isElement, parseBody } from "../../../scripts/edit/mdx-body.ts";
import { importTexts } from "../../../scripts/import-texts.ts";
import { htmlToMarkdown } from "../../../scripts/import/html-to-markdown.ts";
import { smallSite, TODAY } from "../small-site.ts";
import { tempFolder } from "../temp-folder.ts";

function importing(kind: string, xml: string): () => unknown {
  const folder = tempFolder({ "export.xml": xml });
  return () => importTexts(smallSite(), kind, join(folder, "export.xml"), { today: TODAY });
}

function wordpress(items: string): string {
  return `<rss><channel><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;
}

describe("an export that means no good", () => {
  const BOMB = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    "",
  );
  test.each([
    ["entities within entities", `<!DOCTYPE rss [<!ENTITY l0 "ja">${BOMB}]>${wordpress("&l9;")}`, "DOCTYPE"],
    [
      "a file of the machine",
      `<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordpress("&x;")}`,
      "DOCTYPE",
    ],
    ["an outer DTD", `<!doctype rss SYSTEM "http://127.0.0.1/x.dtd">${wordpress("")}`, "DOCTYPE"],
    [
      "an entity that nobody declared",
      wordpress("<item><title>&x;</title></item>"),
      "no se entiende como XML",
    ],
    ["elements without end", "<a>".repeat(200_000), "no se entiende como XML"],
    ["elements as deep as an abyss", `${"<a>".repeat(500)}${"</a>".repeat(500)}`, "no es una exportación"],
    ["something else", "<html><body/></html>", "No es una exportación de WordPress"],
    ["no XML at all", "PK\u0003\u0004", "no se entiende como XML"],
    ["nothing", "", "no se entiende como XML"],
  ])("%s is refused in words", (_, xml, words) => {
    expect(importing("wordpress", xml)).toThrow(words);
  });

  test("what looks like a declaration within a text is only a text", () => {
    const item = `<item><title>Cómo se escribe</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<pre>&lt;!DOCTYPE html></pre>]]></content:encoded></item>`;
    expect(importing("wordpress", wordpress(item))()).toMatchObject({ faults: [] });
  });

  test("control characters, which old databases have, do no harm", () => {
    const item = `<item><title>Uno\u0008 más</title><wp:post_type>post</wp:post_type><content:encoded>Hola\u0000.</content:encoded></item>`;
    expect(importing("wordpress", wordpress(item))()).toMatchObject({
      files: ["content/articles/uno-mas.mdx"],
    });
  });

  test("HTML as deep as an abyss leaves its words", () => {
    const html = `${"<div><b>".repeat(20_000)}fin`;
    expect(turned(html)).toContain("fin");
  });
});

const turned = (html: string): string =>
  htmlToMarkdown(html, {
    linkTo: (href) => (/^https?:/.test(href) ? href : null),
    image: () => "imagen",
    leftOut: () => undefined,
  });

const PIECES = fc.oneof(
  fc.constantFrom(
    "import x from 'node:fs'",
    "export const a = 1",
    "{process.env.SECRET_KEY}",
    "{",
    "}",
    "<Aside {...a}>",
    "<script>alert(1)</script>",
    "&lt;Figure src={x} /&gt;",
    "&#123;a&#125;",
    "`",
    "```",
    "\\",
    "<!-- {a} -->",
    "<a href='javascript:alert(1)'>",
    "<a href='https://a.es/{b}<c>)'>",
    "</a>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<ul><li>",
    "</ul>",
    "<table><tr><td>",
    "</table>",
    "<b>",
    "</b>",
    "<h3>",
    "</h3>",
    "<br>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<blockquote>",
    "\n\n",
    "\n",
    "---",
    "| a |",
    "![x](y)",
    "<https://a.es>",
    "1. ",
    "# ",
    "    ",
  ),
  fc.string({ maxLength: 12, unit: "grapheme" }),
);

test("whatever HTML comes, what is written holds no code, no tag and no image", () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 25 }), (pieces) => {
      const body = turned(pieces.join(""));
      if (body.trim() === "") return;
      const text = readContent("content/articles/a.mdx", `---\ntitle: a\n---\n\n${body}\n`);
      const { tree, faults } = parseBody("content/articles/a.mdx", text);
      expect(faults, body).toEqual([]);
      if (tree === null) return;
      expect(allBelow(tree).filter((node) => isElement(node) || node.type === "image").length, body).toBe(0);
      const entry = { collection: "articles", id: "a", file: "a", text, path: [], data: {}, tree } as const;
      expect(checkCode(entry), body).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
