import { describe, expect, test } from "vitest";
import { haveSameLetters, isOneSlipAway, otherStems, soundOf } from "../../src/search/edits.ts";
import { formsOf, lemmaOf, withoutPronouns, wordsIn } from "../../src/search/pipeline.ts";

describe("words", () => {
  test.each([
    ["¿Qué es el «engagement»?", ["qué", "es", "el", "engagement"]],
    ["Prueba A/B", ["prueba", "ab"]],
    ["R.O.I. y e-mail", ["roi", "y", "email"]],
    ["el 017, gratuito", ["el", "017", "gratuito"]],
    ["año\u0301 nuevo", ["añó", "nuevo"]],
  ])("%s", (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });
});

describe("a word is found whatever its form", () => {
  const isFoundBy = (written: string, typed: string): boolean => {
    const forms = new Set(formsOf(written));
    return [...formsOf(typed), ...otherStems(lemmaOf(typed).stem)].some((form) => forms.has(form));
  };
  test.each([
    ["publicación", "publicaciones"],
    ["conversación", "conversacion"],
    ["metodología", "metodologia"],
    ["moderar", "moderadores"],
    ["campaña", "campana"],
    ["hashtag", "hashtags"],
    ["influencer", "influencers"],
    ["pedir", "pido"],
    ["contar", "cuento"],
    ["perder", "pierden"],
    ["publicar", "publiqué"],
    ["empezar", "empiece"],
    ["ofrecer", "ofrezco"],
    ["elegir", "elijan"],
    ["sorteo", "sortear"],
    ["borrar", "borrarlo"],
  ])("%s ← %s", (written, typed) => {
    expect(isFoundBy(written, typed)).toBe(true);
  });

  test.each([
    ["público", "publicar"],
    ["publicidad", "publicar"],
    ["tono", "tonto"],
  ])("%s is not %s", (written, typed) => {
    expect(isFoundBy(written, typed)).toBe(false);
  });
});

test.each([
  ["ensename", "ensena"],
  ["borrarlo", "borrar"],
  ["enviandoselo", "enviando"],
  ["darme", "dar"],
  ["favor", "favor"],
])("the pronouns of %s leave %s", (word, bare) => {
  expect(withoutPronouns(word)).toBe(bare);
});

describe("one slip of the fingers", () => {
  test.each([
    ["algoritmo", "algortimo"],
    ["hashtag", "hastag"],
    ["bulo", "buloo"],
    ["tono", "tomo"],
  ])("%s, %s", (a, b) => {
    expect(isOneSlipAway(a, b)).toBe(true);
    expect(isOneSlipAway(b, a)).toBe(true);
  });

  test.each([
    ["tono", "tono"],
    ["tono", "tnoo2"],
    ["abcd", "badc"],
    ["sorteo", "srote"],
  ])("none, or more than one: %s, %s", (a, b) => {
    expect(isOneSlipAway(a, b)).toBe(false);
  });
});

test.each([
  ["contacto", "conctato", true],
  ["propuesta", "porpuetsa", true],
  ["contacto", "contacta", false],
  ["contacto", "contactos", false],
])("the same letters in another order: %s, %s: %s", (a, b, expected) => {
  expect(haveSameLetters(a, b)).toBe(expected);
});

describe("words that sound the same, however they are spelled", () => {
  test.each([
    ["llave", "yave"],
    ["conversion", "combersion"],
    ["herramienta", "erramienta"],
    ["gestion", "jestion"],
    ["recompensa", "reconpenza"],
    ["explicar", "esplicar"],
    ["quien", "kien"],
  ])("%s, %s", (a, b) => {
    expect(soundOf(a)).toBe(soundOf(b));
  });

  test.each([
    ["pero", "perro"],
    ["gato", "jato"],
    ["chat", "cat"],
    ["guerra", "gerra"],
    ["nota", "mota"],
  ])("not: %s, %s", (a, b) => {
    expect(soundOf(a)).not.toBe(soundOf(b));
  });
});
