import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LIMIT_WORDS } from "../../src/copy/limits.ts";
import { projectFiles, ROOT } from "../house/project-files.ts";

/** Where sentences for people are written. The page of samples shows invented favours. */
const SPEAKING = /^src\/(?:copy|ui|pages|mail|layouts)\/(?!_estilo).*\.(?:ts|astro)$/;
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

/** What help, rules, privacy and the FAQ say about this site; the FAQ also answers questions about the trade. */
const ABOUT_THE_SITE = /^content\/(?:pages|faq)\/.*\.mdx$/;
const NUMBER = String.raw`(?:\d[\d.,]*|(?<!\p{L})(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|catorce|quince|veinte|treinta|noventa))`;
const UNIT = "(?:horas?|días?|minutos?|semanas?|meses|caracteres|euros?|€|favores|propuestas)";
const TYPED = new RegExp(`${NUMBER}[ \u00a0]?${UNIT}(?!\\p{L})`, "iu");
/** Not rules of ours: the law's, a piece of advice, and examples of favours and rewards. */
const OTHERS = [
  "la ley permite dos meses más",
  "Cinco minutos pensando el título",
  "«te llevo al aeropuerto por 30\u00a0€»",
  "«dos horas de conversación en inglés»",
];

test("no text about the site types a number with its unit: it says <Limit>", () => {
  const files = projectFiles().filter((file) => ABOUT_THE_SITE.test(file));
  expect(files.length).toBeGreaterThan(40);
  const typed = files.flatMap((file) => {
    const body = readFileSync(join(ROOT, file), "utf8").replace(/^---[\s\S]*?^---/m, "");
    return body
      .split("\n")
      .filter((line) => TYPED.test(OTHERS.reduce((rest, other) => rest.replace(other, ""), line)))
      .map((line) => `${file}: ${line.trim()}`);
  });
  expect(typed).toEqual([]);
});

/** A map is a list of fields, where no `<Limit>` can stand: it is held against the code here. */
test("the map of a favour's life gives the terms that the code keeps to", () => {
  const path = join(ROOT, "content/mindmaps/el-ciclo-de-un-favor.yaml");
  const map = readFileSync(path, "utf8").replaceAll("\u00a0", " ");
  const said = [
    `Tienes ${LIMIT_WORDS.confirm} para confirmar`,
    `Dura ${LIMIT_WORDS.jobLife} o hasta tu fecha límite`,
    `Se renueva hasta sumar ${LIMIT_WORDS.jobLifeInAll}`,
    `Esperan tu respuesta ${LIMIT_WORDS.offerLife}`,
    `Te lo recordamos a los ${LIMIT_WORDS.offerReminder}`,
    `Sin noticias durante ${LIMIT_WORDS.assignedLapses}`,
    `A los ${LIMIT_WORDS.assignedWarned} os avisamos`,
    `Si callas ${LIMIT_WORDS.deliveredDone}`,
    `Te lo recordamos a los ${LIMIT_WORDS.deliveredReminder}`,
    `Olvidamos los contactos ${LIMIT_WORDS.contactsKept} después`,
    `Avisamos ${LIMIT_WORDS.expiryWarned} y ${LIMIT_WORDS.expiryWarnedAgain} antes`,
    `Hay ${LIMIT_WORDS.renewWithin} para renovarlo`,
  ].map((sentence) => sentence.replaceAll("\u00a0", " "));
  expect(said.filter((sentence) => !map.includes(sentence))).toEqual([]);
});
