import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSite } from "../../scripts/search-quality.ts";
import { createSearch } from "../../src/search/engine.ts";
import { lemmaOf, wordsIn } from "../../src/search/pipeline.ts";
import { LIGHT_WORDS, STOPWORDS } from "../../src/search/stopwords.ts";
import { foldText } from "../../src/domain/kernel/fold.ts";

const { pages, index } = readSite(join(import.meta.dirname, "../.."));
const search = createSearch(index);
const urlsOf = (query: string): string[] => search.find(query).hits.map(({ page }) => page.url);
const stopwords = new Set(STOPWORDS);
const light = new Set(LIGHT_WORDS);
/** Words that carry a question aren't looked for by themselves. */
const isLight = (word: string): boolean => light.has(foldText(word)) || light.has(lemmaOf(word).stem);

/** The other number of a Spanish noun, near enough; acronyms and foreign words take an s. */
function otherNumber(word: string): string {
  if (/[aeiou]s$/.test(word)) return word.slice(0, -1);
  if (/z$/.test(word)) return word.replace(/z$/, "ces");
  if (/ión$/.test(word)) return word.replace(/ión$/, "iones");
  if (/s$/.test(word)) return word;
  return /[lrd]$/.test(word) ? `${word}es` : `${word}s`;
}

describe("every name of a page finds it, in capitals, without accents", () => {
  test.each([
    ["as it is", (name: string) => name],
    ["in capitals", (name: string) => name.toUpperCase()],
    ["in small letters", (name: string) => name.toLowerCase()],
    ["without accents", foldText],
  ])("%s", (_, write) => {
    const lost = pages.flatMap(({ url, title, names }) =>
      [title, ...names].filter((name) => !urlsOf(write(name)).includes(url)),
    );
    expect(lost).toEqual([]);
  });
});

test("every word of a title and every term finds its page, in both numbers", () => {
  const known = new Map<string, boolean>();
  const findsNothing = (form: string): boolean => {
    const answer = known.get(form) ?? search.find(form).hits.length === 0;
    known.set(form, answer);
    return answer;
  };
  const lost = pages.flatMap(({ url, title, names, kind }) => {
    const words = (kind === "term" ? [title, ...names] : [title]).flatMap(wordsIn);
    const telling = words.filter(
      (word) => word.length > 2 && !stopwords.has(foldText(word)) && !/\d/.test(word) && !isLight(word),
    );
    return telling.flatMap((word) =>
      [word, otherNumber(word), otherNumber(word).toUpperCase(), foldText(otherNumber(word))]
        .filter((form) => !stopwords.has(foldText(form)) && !isLight(form))
        .filter(findsNothing)
        .map((form) => `${form} (${url})`),
    );
  });
  expect([...new Set(lost)]).toEqual([]);
});

test.each([
  ["tonos", "/glosario/tono"],
  ["TONOS", "/glosario/tono"],
  ["tono", "/glosario/tono"],
  ["KPI", "/glosario/kpi"],
  ["KPIs", "/glosario/kpi"],
  ["los KPIs", "/glosario/kpi"],
  ["kpis", "/glosario/kpi"],
  ["CTAs", "/glosario/cta"],
  ["ROIs", "/glosario/roi"],
])("%s → %s", (query, url) => {
  expect(urlsOf(query).slice(0, 3).join(" ")).toContain(url.split("/").at(-1));
});
