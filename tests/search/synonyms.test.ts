import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSynonyms } from "../../src/search/synonyms.ts";

const FILE = readFileSync(join(import.meta.dirname, "../../content/synonyms.yaml"), "utf8");

test("a group goes both ways, a rule one way", () => {
  const yaml = "dinero:\n  - [precio, coste]\n  - busca: [bizum]\n    encuentra: [pago]\n";
  expect(parseSynonyms(yaml)).toEqual([{ from: ["precio", "coste"] }, { from: ["bizum"], to: ["pago"] }]);
});

test.each([
  ["a word alone", "dinero:\n  - [precio]\n"],
  ["no list", "dinero: precio\n"],
  ["a rule without an end", "dinero:\n  - busca: [bizum]\n"],
  ["a misspelt key", "dinero:\n  - busca: [bizum]\n    encuentras: [pago]\n"],
])("%s is refused, and the file named", (_, yaml) => {
  expect(() => parseSynonyms(yaml)).toThrow(/content\/synonyms\.yaml/);
});

test("no word leads to the same other one by two groups of the editors' file", () => {
  const pairs = parseSynonyms(FILE).flatMap(({ from, to }) =>
    from.flatMap((one) => (to ?? from).filter((other) => other !== one).map((other) => `${one} → ${other}`)),
  );
  expect(pairs.filter((pair, at) => pairs.indexOf(pair) !== at)).toEqual([]);
});

test("no word is twice in the same group of the editors' file", () => {
  const twice = parseSynonyms(FILE).flatMap(({ from, to = [] }) =>
    [from, to].flatMap((words) => words.filter((word, at) => words.indexOf(word) !== at)),
  );
  expect(twice).toEqual([]);
});
