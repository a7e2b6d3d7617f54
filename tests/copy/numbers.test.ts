import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFiles, ROOT } from "../house/project-files.ts";

/** Where sentences for people are written. The page of samples shows invented favours. */
const SPEAKING = /^src\/(?:copy|components|pages|mail|layouts)\/(?!_estilo).*\.(?:ts|astro)$/;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const RULE =
  /(?:^|[^\w{#.-])(\d[\d.,]*) (?:días?|horas?|minutos|segundos|caracteres|enlaces|favores|propuestas|acuerdos)/;
const AMOUNT = /\bde \d[\d.,]* €/;
const RULE_IN_WORDS = /\b(?:siete|catorce|quince|treinta|noventa) (?:días|horas|minutos)/;

test("no sentence names by hand a number that a rule of the code decides", () => {
  const files = projectFiles().filter((file) => SPEAKING.test(file));
  expect(files.length).toBeGreaterThan(100);
  const typed = files.flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .replace(COMMENT, "")
      .split("\n")
      .filter((line) => RULE.test(line) || AMOUNT.test(line) || RULE_IN_WORDS.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(typed).toEqual([]);
});
