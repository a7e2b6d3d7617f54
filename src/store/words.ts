import { MAX_QUERY_WORDS } from "../domain/kernel/limits.ts";
import { JOB_TEXT_FORM, type JobText, jobTextFields } from "../domain/favours/job-form.ts";
import { textsThat } from "../domain/kernel/form.ts";
import { OTHER_PLACE_NAMES, type Place, REGIONS } from "../domain/records/place.ts";
import { TOWN_NAMES, TOWN_PHRASES } from "../domain/records/town.ts";
import { CONTACT_MASK, maskContactData } from "../language/contact-data.ts";
import { foldText } from "../domain/kernel/fold.ts";

/** Words of one favour that are indexed. A description of 1,500 letters has fewer than this unless it is no text at all. */
const MAX_INDEXED_WORDS = 250;
const MIN_WORD_LENGTH = 2;

/** Words that say nothing about a favour, folded. */
const STOP_WORDS = new Set(
  (
    "de la que el en un una unos unas los las lo le les se me mi mis te tu tus su sus nos al del con por para como mas pero " +
    "si no ya es son ser soy esta este esto estos estas esa ese eso muy sin sobre hay he ha han haya a y o u e ni donde " +
    "cuando quien cual porque desde hasta entre todo toda todos todas otro otra algo alguien hola gracias necesito busco"
  ).split(" "),
);

/**
 * What a favour can be found by: each word of its public text, folded ("Jardín" → "jardin") and cut to a stem, so that
 * "paseos" finds "paseo" and "pasear". Contact details are not public and so are not found either.
 */
export function stemsOfJob(job: JobText): string[] {
  const fields = jobTextFields(job);
  const typed = textsThat(JOB_TEXT_FORM, fields, ({ isSearched, isMasked }) => isSearched && isMasked);
  const chosen = textsThat(JOB_TEXT_FORM, fields, ({ isSearched, isMasked }) => isSearched && !isMasked);
  const shown = maskContactData(typed.join(" \n ")).replaceAll(CONTACT_MASK, " ");
  return stemsOf([shown, ...chosen].join(" ")).slice(0, MAX_INDEXED_WORDS);
}

/** The stems that a query asks for: all of them have to occur. Empty if it holds nothing but stop words. */
export function stemsOfQuery(text: string): string[] {
  return stemsOf(text).slice(0, MAX_QUERY_WORDS);
}

/** Ways to say one thing: a favour has it if one of these words is in its text, or if it is in one of these places. */
export interface Alternatives {
  readonly stems: readonly string[];
  readonly places: readonly Place[];
}

/**
 * What a favour must have of a query: of each of these at least one. Favours keep the words they were listed with, so a word's other
 * names are asked for and not stored.
 */
export function alternativesOfQuery(text: string): Alternatives[] {
  let rest = withPlainPlaces(text);
  const asked: Alternatives[] = [];
  for (const { pattern, asks } of PHRASES) {
    const without = rest.replace(pattern, " ");
    if (without !== rest) asked.push(...asks);
    rest = without;
  }
  for (const stem of stemsOfQuery(rest)) {
    const stems = new Set([stem, ...(PLACE_STEMS.get(stem) ?? []), ...otherNumberOf(stem)]);
    asked.push({ stems: [...stems], places: [] });
  }
  return asked.slice(0, MAX_QUERY_WORDS);
}

/** Parts of a province's name that people leave out or shorten. */
function withPlainPlaces(text: string): string {
  return foldText(text)
    .replace(/\b(?:islas|illes|isles)\s+(?=balears?\b|baleares\b)/gu, "")
    .replace(/\bsta\b\.?\s+(?=cruz\b)/gu, "santa ")
    .replace(
      /\b(?:principado|principau|comunidad foral|comunidad|region|territorio historico) (?=d[e']\s?(?:asturi|navarra|madrid|murcia|alava|araba|bizkaia|gipuzkoa))/gu,
      "",
    );
}

/** «PC» and «PCs», «CV» and «CVs»: too short for `stem` to cut. */
function otherNumberOf(stem: string): string[] {
  if (/^[a-z][b-df-hj-np-rtv-z]s$/.test(stem)) return [stem.slice(0, -1).replace(/c$/, "z")];
  if (!/^[a-z][b-df-hj-np-rtv-z]$/.test(stem)) return [];
  // A last c is kept as z by `stem`.
  return [...new Set([`${stem}s`, `${stem.replace(/z$/, "c")}s`])];
}

function stemsOf(text: string): string[] {
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= MIN_WORD_LENGTH && !STOP_WORDS.has(word));
  return [...new Set(words.map(stem))];
}

/** Rough on purpose, and the same for text and query: "ingleses" and "inglés", "luces" and "luz", "paseos" and "pasear". */
function stem(word: string): string {
  return cutEnding(cutEnding(word, 3), 4).replace(/c$/, "z");
}

/** Cuts a plural's s and then the ending of an infinitive or a last vowel, where at least `left` letters are left. */
function cutEnding(word: string, left: number): string {
  const singular = word.length > left ? word.replace(/s$/, "") : word;
  // Four letters at least are left of a verb, so that "mujer" and "hogar" are none.
  const ofVerb = singular.replace(/(?<=.{4})[aei]r$/, "");
  if (ofVerb !== singular) return ofVerb;
  return singular.length > left ? singular.replace(/[aeio]$/, "") : singular;
}

/** By the stem of each name of a province or a town, the stems of all its names. */
const PLACE_STEMS: ReadonlyMap<string, readonly string[]> = new Map(
  [...OTHER_PLACE_NAMES, ...TOWN_NAMES].flatMap((names) => {
    const stems = names.map(stem);
    return stems.map((one) => [one, stems] as const);
  }),
);

/** Regions and towns with how each is found in a query, and what stands for it. */
const PHRASES: readonly { readonly pattern: RegExp; readonly asks: readonly Alternatives[] }[] = [
  ...REGIONS.map(({ names, word, places }) => ({
    pattern: anyOf(names),
    asks: [{ stems: word === undefined ? [] : [stem(word)], places }],
  })),
  ...TOWN_PHRASES.map(({ names, words, within }) => ({
    pattern: anyOf(names),
    asks: [
      { stems: words.map(stem), places: [] },
      ...(within === undefined ? [] : [{ stems: [stem(within.word)], places: [within.place] }]),
    ],
  })),
];

function anyOf(names: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${names.map((name) => name.replaceAll(" ", "[\\s-]+")).join("|")})\\b`, "gu");
}
