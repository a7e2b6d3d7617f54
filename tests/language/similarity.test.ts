import { describe, expect, test } from "vitest";
import { figureCredits } from "../../src/markdown/mdx-figures.ts";
import { inlineText, leadOf } from "../../src/markdown/mdx-lead.ts";
import { createSimilarity } from "../../src/search/similarity.ts";

describe("how much two texts are about the same", () => {
  const similarity = createSimilarity(
    new Map([
      ["pan", "El panadero hornea panes de masa madre en su horno cada mañana"],
      ["horno", "Un horno viejo: hornear con masa madre y paciencia"],
      ["piano", "La afinadora de pianos escucha cada cuerda por la mañana"],
    ]),
  );

  test("inflected words count, and rare ones more than common ones", () => {
    expect(similarity("pan", "horno")).toBeGreaterThan(similarity("pan", "piano"));
    expect(similarity("horno", "piano")).toBe(0);
  });

  test("it is the same both ways, and 1 with itself", () => {
    expect(similarity("pan", "piano")).toBeCloseTo(similarity("piano", "pan"), 10);
    expect(similarity("pan", "pan")).toBeCloseTo(1, 10);
  });

  test("a text that is not there, or empty, is like nothing", () => {
    expect(similarity("pan", "nada")).toBe(0);
    expect(createSimilarity(new Map([["x", ""]]))("x", "x")).toBe(0);
  });
});

describe("the answer in short", () => {
  test("is the first paragraph, with its links and emphasis", () => {
    const lead = leadOf("No hace **falta**: mira las [normas](/normas/).\n\n- Más\n");
    expect(inlineText(lead)).toBe("No hace falta: mira las normas.");
    expect(lead).toContainEqual({
      type: "link",
      url: "/normas/",
      children: [{ type: "text", value: "normas" }],
    });
  });

  test("is nothing where a text begins with something else", () => {
    expect(leadOf("- Una lista\n")).toEqual([]);
    expect(leadOf("")).toEqual([]);
  });
});

test("the credits of figures come each once, in order; decorative ones without a source have none", () => {
  const body = `
<Figure src="a.svg" alt="A" source="Makethejobs" licence="CC BY 4.0" />

Texto.

<Aside>

<Figure src="b.svg" alt="B" source="Ana" licence="CC0 1.0" />

</Aside>

<Figure src="c.svg" alt="C" source="Makethejobs" licence="CC BY 4.0" />

<Figure src="d.svg" decorative />
`;
  expect(figureCredits(body)).toEqual([
    { source: "Makethejobs", licence: "CC BY 4.0" },
    { source: "Ana", licence: "CC0 1.0" },
  ]);
});
