import { expect, test } from "vitest";
import { mdxPlainText, mdxSections } from "../../src/markdown/mdx-text.ts";

const ARTICLE = `import Thing from "../text/thing.astro";

Empieza **aquí**, con un [enlace](/favores/) y \`código\`.

<Aside type="aviso" title="Ojo con esto">

Dentro del <Term id="tono">tono</Term> {/* nadie ve esto */}.

</Aside>

## 1. Qué publicar

- Una cosa
- Otra[^1]

| Día | Qué |
| --- | --- |
| Lunes | Foto |

<Download resource="plan-de-crisis" />

### Qué publicar

![Un gato al sol](/gato.svg)

[^1]: De verdad.
`;

test("what a reader would hear is all there, and nothing that a reader never sees", () => {
  expect(mdxPlainText(ARTICLE).split("\n")).toEqual([
    "Empieza aquí, con un enlace y código.",
    "Ojo con esto",
    "Dentro del tono .",
    "1. Qué publicar",
    "Una cosa",
    "Otra",
    "Día · Qué",
    "Lunes · Foto",
    "Qué publicar",
    "Un gato al sol",
    "De verdad.",
  ]);
});

test("each heading begins a section, with the address that it has on the page", () => {
  expect(mdxSections(ARTICLE).map(({ id, heading, depth }) => [id, heading, depth])).toEqual([
    [null, "", 0],
    ["que-publicar", "1. Qué publicar", 2],
    ["que-publicar-2", "Qué publicar", 3],
  ]);
});

test("a heading inside a component begins a section too", () => {
  const sections = mdxSections("<Aside>\n\n## Dentro\n\nTexto\n\n</Aside>\n\nFuera\n");
  expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
    ["", ""],
    ["Dentro", "Texto\nFuera"],
  ]);
});

test("nothing written is nothing to search", () => {
  expect(mdxPlainText("")).toBe("");
  expect(mdxSections("")).toEqual([{ id: null, heading: "", depth: 0, text: "" }]);
});
