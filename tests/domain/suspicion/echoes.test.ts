import fc from "fast-check";
import { expect, test } from "vitest";
import { echoesIn, echoMarksOf } from "../../../src/domain/suspicion/echoes.ts";
import { ECHO_MARKS, ECHO_MARKS_ALIKE, ECHO_WORDS_MIN } from "../../../src/domain/suspicion/thresholds.ts";

const FRAUD =
  "Hola, te puedo ayudar con eso. Trabajo desde casa y gano 90 euros al día con el móvil, si quieres te paso el contacto de mi coordinadora. Escríbeme al 600 000 111 y empiezas hoy mismo.";

/** How many marks of one text the other has, too. */
const shared = (one: string, other: string) => {
  const marks = new Set(echoMarksOf([other]));
  return echoMarksOf([one]).filter((mark) => marks.has(mark)).length;
};

test("a copy has the same marks, however it was written down", () => {
  expect(echoMarksOf([FRAUD])).toHaveLength(ECHO_MARKS);
  expect(echoMarksOf([FRAUD.toUpperCase().replaceAll(" ", "  ")])).toEqual(echoMarksOf([FRAUD]));
  expect(echoMarksOf([FRAUD.replace("90", "150").replace("600 000 111", "600 999 222")])).toEqual(
    echoMarksOf([FRAUD]),
  );
  expect(echoMarksOf([null, FRAUD])).toEqual(echoMarksOf([FRAUD]));
});

test("a copy with some other words is known again, another text is not", () => {
  const changed = FRAUD.replace("Hola, te puedo", "Buenas, te quiero").replace("coordinadora", "jefa");
  expect(shared(changed, FRAUD)).toBeGreaterThanOrEqual(ECHO_MARKS_ALIKE);
  const honest =
    "Hola, te puedo ayudar con eso. Tengo furgoneta y el sábado por la mañana libre, si quieres te paso fotos de otras mudanzas que he hecho en el barrio.";
  expect(shared(honest, FRAUD)).toBeLessThan(ECHO_MARKS_ALIKE);
});

test("what is so short that honest people say the same has no marks", () => {
  expect(echoMarksOf(["Puedo el sábado por la mañana, vivo cerca"])).toEqual([]);
  expect(echoMarksOf([])).toEqual([]);
  const words = (count: number) => Array.from({ length: count }, (_, at) => `palabra${"a".repeat(at)}`);
  expect(echoMarksOf([words(ECHO_WORDS_MIN - 1).join(" ")])).toEqual([]);
  expect(echoMarksOf([words(ECHO_WORDS_MIN).join(" ")])).not.toEqual([]);
});

test("as many earlier texts were alike as most marks tell", () => {
  expect(echoesIn([])).toBe(0);
  expect(echoesIn([1, 1, 1, 1, 0, 0, 0, 0])).toBe(0);
  expect(echoesIn([1, 1, 9, 1, 1, 0, 0, 0])).toBe(1);
  expect(echoesIn([3, 3, 3, 3, 3, 3, 2, 2])).toBe(3);
});

test("any text has its marks, each time the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(echoMarksOf([text])).toEqual(echoMarksOf([text]));
      expect(echoMarksOf([text]).length).toBeLessThanOrEqual(ECHO_MARKS);
    }),
  );
});
