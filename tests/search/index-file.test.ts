import fc from "fast-check";
import { expect, test } from "vitest";
import {
  packNumbers,
  packPlaces,
  packWords,
  unpackNumbers,
  unpackPlaces,
  unpackWords,
} from "../../src/search/packing.ts";

const word = fc.stringMatching(/^[a-zñáéíóú\d]{1,45}$/);

test("packed words come out as they went in", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 80 }), (words) => {
      const sorted = words.sort();
      expect(unpackWords(packWords(sorted))).toEqual(sorted);
    }),
  );
});

test("packed numbers come out as they went in, small ones as one letter", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2_000_000), { maxLength: 60 }), (numbers) => {
      const sorted = numbers.sort((a, b) => a - b);
      expect(unpackNumbers(packNumbers(sorted))).toEqual(sorted);
      expect(packNumbers(sorted)).not.toMatch(/[\s,"\\]/);
    }),
  );
  expect(packNumbers([0, 1, 60])).toHaveLength(3);
});

test("packed places come out where they were, about as strong", () => {
  const places = fc.dictionary(fc.nat(3000).map(String), fc.double({ min: 0.001, max: 1, noNaN: true }), {
    minKeys: 1,
    maxKeys: 40,
  });
  fc.assert(
    fc.property(fc.array(places, { minLength: 1, maxLength: 10 }), (all) => {
      const maps = all.map(
        (one) =>
          new Map(
            Object.entries(one)
              .map(([document, strength]) => [Number(document), strength] as const)
              .sort(([a], [b]) => a - b),
          ),
      );
      const unpacked = unpackPlaces(packPlaces(maps));
      expect(unpacked.map((one) => [...one.keys()])).toEqual(maps.map((one) => [...one.keys()]));
      for (const [at, one] of maps.entries()) {
        for (const [document, strength] of one) {
          expect(Math.abs(Math.sqrt(unpacked[at]?.get(document) ?? 0) - Math.sqrt(strength))).toBeLessThan(
            0.04,
          );
        }
      }
    }),
  );
});
