import { mdxToJs } from "satteri";
import { expect, test } from "vitest";
import { MARKDOWN } from "../../src/markdown/pipeline.ts";

test.each([
  'import fs from "node:fs"\n\nHola.',
  "Hola.\n\nexport const prerender = false",
  "Hola {process.env.SECRET_KEY}.",
  "{1 + 1}",
  "<Aside title={process.env.SECRET_KEY}>\n\nHola.\n\n</Aside>",
  "Un <Limit {...process.env} /> plazo.",
])("a text with code is not compiled, whoever asks: %s", (text) => {
  expect(() => mdxToJs(text, MARKDOWN)).toThrow(/código/);
});

test("words and components are", () => {
  expect(
    mdxToJs('Un \\{x\\} y `{y}`.\n\n<Aside title="a {b} c">\n\nHola.\n\n</Aside>', MARKDOWN).code,
  ).toContain("Hola");
});
