import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine } from "../../src/domain/kernel/clean.ts";
import { confusableKey } from "../../src/language/confusables.ts";
import { defuse } from "../../src/language/defuse.ts";
import { excerpt } from "../../src/language/excerpt.ts";
import { foldText } from "../../src/domain/kernel/fold.ts";
import { slugify } from "../../src/language/slug.ts";
import { hostileText } from "../markdown/hostile-text.ts";

describe("slugs", () => {
  test.each([
    ["¿Me enseñas a usar Canva?", "me-ensenas-a-usar-canva"],
    ["Façade & Straße: 3 €", "facade-y-strasse-3-euros"],
    ["Ñandú, pingüino y cigüeña", "nandu-pinguino-y-ciguena"],
    ["🎉🎉", "sin-titulo"],
    ["--hola--", "hola"],
  ])("%s", (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  test("are ASCII, short and stable, whatever the title", () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const slug = slugify(title);
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});

describe("names that look alike", () => {
  test("have the same key", () => {
    expect(confusableKey("Mаkethejοbs")).toBe(confusableKey("MAKE the JOBS"));
    expect(confusableKey("M4ket\u200bhejobs!")).toBe(confusableKey("makethejobs"));
    expect(confusableKey("Ánna")).toBe(confusableKey("anna"));
  });
  test("and others don't", () => {
    expect(confusableKey("Ana")).not.toBe(confusableKey("Eva"));
  });
  test("folding takes case and accents away", () => {
    expect(foldText("ÁÉÍÓÚ Ñü Ç")).toBe("aeiou nu c");
  });
});

describe("visitors' text in mails", () => {
  test.each([
    ["mira https://www.ejemplo.com/a", "mira https[:]//www[.]ejemplo[.]com/a"],
    ["ana@ejemplo.es", "ana[@]ejemplo[.]es"],
    ["mailto:ana@ejemplo.es", "mailto[:]ana[@]ejemplo[.]es"],
    ["ejem\u200bplo.com", "ejemplo[.]com"],
    ["ejemplo。com", "ejemplo[.]com"],
    ["1.500 € a las 10.30. Fin... vale", "1.500 € a las 10.30. Fin... vale"],
    ["pregunta a @ana: dice", "pregunta a @ana: dice"],
  ])("%s", (text, harmless) => {
    expect(defuse(text)).toBe(harmless);
  });

  test("nothing that a mail program would link survives", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const harmless = defuse(text);
        expect(harmless).not.toMatch(/[a-z]:\/\//i);
        expect(harmless).not.toMatch(/[a-z0-9]\.[a-z]/i);
        expect(harmless).not.toMatch(/\w@\w/);
        expect(defuse(harmless)).toBe(harmless);
      }),
      { numRuns: 1000 },
    );
  });

  test("a line of it has no line ends and no controls", () => {
    expect(cleanLine("a\r\nBcc: x\u0000\u202e b\u2028c")).toBe("a Bcc: x b c");
  });
});

describe("excerpts", () => {
  test.each([
    ["Hola, esto es una prueba", 14, "Hola, esto es…"],
    ["Hola, esto", 7, "Hola…"],
    ["abc", 3, "abc"],
    ["😀😀😀😀", 3, "😀😀…"],
  ])("%s (%i)", (text, max, short) => {
    expect(excerpt(text, max)).toBe(short);
  });
  test("are never longer than asked", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        expect(Array.from(excerpt(text, max)).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
