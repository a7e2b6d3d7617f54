import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCode } from "../../scripts/edit/check-code.ts";
import { checkContent } from "../../scripts/edit/check-content.ts";
import { readContent } from "../../scripts/edit/front-matter.ts";
import { allBelow, isElement, parseBody } from "../../scripts/edit/mdx-body.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import { faqDraft } from "../../src/views/faq-draft.ts";
import { aComment } from "../support/builders/fixtures.ts";
import { smallSite, TODAY } from "./small-site.ts";

const HEADER = ["draft", "order", "question", "theme", "updatedAt"];
const ABOUT = { asked: null, title: "Una polémica", today: TODAY, order: 7 };

function draft(over: Partial<Comment>, about: { asked?: string; title?: string } = {}) {
  return faqDraft(aComment({ state: "approved", article: "una-polemica", ...over }), { ...ABOUT, ...about });
}

function faultsOf({ name, text }: ReturnType<typeof draft>) {
  const file = `content/faq/${name}`;
  return checkContent(smallSite({ [file]: text }), TODAY).filter((fault) => fault.file === file);
}

describe("a good answer as a draft of the FAQ", () => {
  const writer = { name: "Ana *Prado*", email: "ana@example.org", address: "x", phone: "600 11 22 33" };

  test("passes every check of editors' texts, asks what was asked, and credits the name that was signed", () => {
    const text =
      "**Primero**, apunta.\nLuego `mide`:\n\n1. Una cosa\n2. Otra [aquí](https://example.org/a_(b))\n\n> Eso dijo";
    const made = draft({ text, writer }, { asked: "Hola. ¿cómo se mide esto? Gracias" });
    expect(made.name).toBe("como-se-mide-esto.mdx");
    expect(made.text).toBe(`---
question: "¿Cómo se mide esto?"
theme: oficio
order: 7
updatedAt: ${TODAY}
draft: true
---

**Primero**, apunta.\\
Luego \`mide\`:

1. Una cosa
2. Otra [aquí](https://example.org/a_%28b%29)

> Eso dijo

_Lo explicó **Ana \\*Prado\\*** en los comentarios de [Una polémica](/articulos/una-polemica/)._
`);
    expect(faultsOf(made)).toEqual([]);
  });

  test("says nothing of how to reach anybody", () => {
    const text = "Escríbeme a ana@example.org o al 600 11 22 33.";
    const made = draft(
      { text, writer: { ...writer, name: "Ana 600112233" } },
      { asked: "¿Me llamas al 611223344?" },
    );
    expect(made.text).not.toMatch(/ana@|600|611/);
    expect(faultsOf(made).filter(({ weight }) => weight === "error")).toEqual([]);
  });

  const HOSTILE = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      "import x from 'node:fs'\n\nexport const y = {x}",
      "<script>alert(1)</script>",
      "{process.env.SECRET_KEY}",
      "---\ndraft: false\n---",
      "<Aside type='x'>",
      "```js\nimport a\n```",
      "[a](javascript:alert(1))",
      "# Título\n\n- {a}\n  - <b",
      "> import x from 'y'",
      '"\nfeatured: true\n#',
    ),
  );

  test("whatever was written is words: no code, no tag, no image, no other header", () => {
    fc.assert(
      fc.property(fc.array(HOSTILE, { maxLength: 4 }), HOSTILE, HOSTILE, (parts, name, asked) => {
        const made = draft(
          { text: parts.join("\n\n"), writer: { ...writer, name } },
          { asked: `¿${asked}?`, title: name },
        );
        const file = `content/faq/${made.name}`;
        const text = readContent(file, made.text);
        expect(Object.keys(text.data as object).sort()).toEqual(HEADER);
        const { tree, faults } = parseBody(file, text);
        expect(faults, made.text).toEqual([]);
        if (tree === null) return;
        expect(
          allBelow(tree).filter((node) => isElement(node) || node.type === "image"),
          made.text,
        ).toEqual([]);
        const entry = { collection: "questions", id: "a", file, text, path: [], data: {}, tree } as const;
        expect(checkCode(entry), made.text).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
