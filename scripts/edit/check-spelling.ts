import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeTrie, type ITrie } from "cspell-trie-lib";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { shownTexts } from "./shown-texts.ts";

/** Words that the dictionary lacks and we use, one a line, in order. VS Code's cspell reads it, too. */
export const WORDS_FILE = "content/words.txt";

const NOT_WORDS =
  /https?:\/\/\S+|www\.\S+|\S+@\S+|[#@][\p{L}\p{N}_]+|\S*[\p{L}]\.(?:com|es|org|net|md|csv|mdx|yaml|html|xlsx|docx)\b\S*|\b\S*\d\S*/gu;
const WORD = /\p{L}{3,}/gu;
const PRONOUNS = ["me", "te", "se", "lo", "la", "los", "las", "le", "les", "nos", "os"];

/** Words that neither the dictionary of Spain's Spanish nor our own list knows. Takes a second to begin: the build doesn't run it. */
export function checkSpelling(root: string, entries: readonly Entry[]): ContentFault[] {
  const spanish = dictionary();
  const ours = ownWords(root);
  const knows = kept((word) => isKnown(word, spanish, ours));
  const suggest = kept((word) => suggestion(word, spanish));
  return entries.flatMap((entry) =>
    shownTexts(entry)
      .filter(({ quoted }) => !quoted)
      .flatMap(({ raw, start }) =>
        [...raw.replace(NOT_WORDS, (found) => " ".repeat(found.length)).matchAll(WORD)]
          .filter(([word]) => !knows(word))
          .map(({ 0: word, index }) => ({
            file: entry.file,
            ...entry.text.placeAt(start + index),
            problem: `«${word}» no está en el diccionario.`,
            whatToDo: `${suggest(word)}Si está bien escrita, añádela a ${WORDS_FILE}.`,
            weight: "slip" as const,
          })),
      ),
  );
}

/** The same word is asked about many times. */
function kept<T>(answer: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word) ?? answer(word);
    answers.set(word, known);
    return known;
  };
}

function dictionary(): ITrie {
  const about = createRequire(import.meta.url).resolve("@cspell/dict-es-es/cspell-ext.json");
  return decodeTrie(gunzipSync(readFileSync(join(dirname(about), "Spanish.trie.gz"))));
}

function ownWords(root: string): ReadonlySet<string> {
  const path = join(root, WORDS_FILE);
  const words = existsSync(path) ? readFileSync(path, "utf8").split(/\s+/) : [];
  return new Set(words.map((word) => word.toLowerCase()));
}

function isKnown(word: string, spanish: ITrie, ours: ReadonlySet<string>): boolean {
  const small = word.toLowerCase();
  const name = small.charAt(0).toUpperCase() + small.slice(1);
  if (ours.has(small) || [word, small, name].some((form) => spanish.has(form))) return true;
  return verbsIn(small)
    .flatMap((verb) => [verb, withoutAccents(verb), `${withoutAccents(verb)}s`])
    .some((form) => spanish.has(form));
}

/** What is left of a verb without the one or two pronouns that hang from it: «aclarad» of «aclaradlo», «escribamo» of «escribámonoslo». */
function verbsIn(word: string): string[] {
  const without = (whole: string): string[] =>
    PRONOUNS.filter((pronoun) => whole.endsWith(pronoun) && whole.length > pronoun.length + 2).map(
      (pronoun) => whole.slice(0, -pronoun.length),
    );
  const one = without(word);
  return [...one, ...one.flatMap(without)];
}

function withoutAccents(word: string): string {
  return word.replace(/[áéíóú]/g, (vowel) => vowel.normalize("NFD").charAt(0));
}

/** A word that is one or two letters away; others would only be a guess. */
function suggestion(word: string, spanish: ITrie): string {
  const found = spanish
    .suggestWithCost(word.toLowerCase(), { numSuggestions: 8 })
    .find(({ word: one, cost }) => cost <= MAX_COST && spanish.has(one));
  return found === undefined ? "" : `¿Querías decir «${found.word}»? `;
}
/** cspell counts 100 for a letter. */
const MAX_COST = 150;
