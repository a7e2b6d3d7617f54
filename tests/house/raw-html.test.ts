import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import { ROOT } from "./project-files.ts";

const eslint = new ESLint({ cwd: ROOT });
/** The first look makes the types of the whole project. */
const SLOW = 60_000;

/** The rules that a text breaks as if it stood in this file. */
async function broken(code: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

describe("the lint lets no script write raw HTML", () => {
  test.each([
    "document.body.innerHTML = text;",
    'document.body["innerHTML"] = text;',
    "document.body[`innerHTML`] = text;",
    "document.body.outerHTML = text;",
    "document.body.insertAdjacentHTML('beforeend', text);",
    "document.body.setHTMLUnsafe(text);",
    "Document.parseHTMLUnsafe(text);",
    "document.write(text);",
    "document.writeln(text);",
    "document.createRange().createContextualFragment(text);",
    "new DOMParser().parseFromString(text, 'text/html');",
    "Object.assign(document.body, { innerHTML: text });",
    "const { insertAdjacentHTML: add } = document.body; add.call(document.body, 'beforeend', text);",
    "document.createElement('iframe').srcdoc = text;",
    "document.body.setAttribute('onclick', text);",
  ])(
    "%s",
    async (statement) => {
      const code = `export function show(text: string): void { ${statement} }\n`;
      expect(await broken(code, "src/browser/vote.ts")).toContain("no-restricted-syntax");
      const page = `<p>Hola</p>\n<script>\nfunction show(text) { ${statement} }\nshow("a");\n</script>\n`;
      expect(await broken(page, "src/ui/forms/Vote.astro")).toContain("no-restricted-syntax");
    },
    SLOW,
  );

  test(
    "and only three components set any",
    async () => {
      const code = "---\nconst html = '';\n---\n<div set:html={html} />\n";
      expect(await broken(code, "src/ui/forms/Vote.astro")).toContain("astro/no-set-html-directive");
      expect(await broken(code, "src/ui/comments/Comment.astro")).toEqual([]);
      expect(await broken(code, "src/ui/base/JsonLd.astro")).toEqual([]);
      expect(await broken(code, "src/ui/base/Picture.astro")).toEqual([]);
    },
    SLOW,
  );
});
