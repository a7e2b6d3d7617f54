import { stemmer } from "@orama/stemmers/spanish";
import { foldText } from "../domain/kernel/fold.ts";

/** Letters joined by a point, a slash or a hyphen are one word: «A/B», «R.O.I.», «e-mail». */
const INITIALS = /(?<![\p{L}\d])(\p{L})[./&-](?=\p{L})/gu;
const WORD = /[\p{L}\d]+/gu;
/** Spanish words don't end in two consonants: «hashtags», «influencers». */
const FOREIGN_PLURAL = /(?<=[bcdfgklmnprtv])s$/u;
/** Where Spanish allows no other, the accent that many leave out: «moderacion», «metodologia». */
const UNACCENTED = /(?<=[csx]i)o(?=n$)|(?<=log)i(?=as?$)/;
/** Nouns whose stem would be that of «publicar», which has nothing to do with an audience or with advertising. */
const OVERSTEMMED = /^(?:p[uú]blicos?|públicas?|publicidad)$/;
/** Pronouns glued to the end of a verb: «enséñame», «borrarlo», «enviándoselo». Some nouns look the same. */
const PRONOUNS = /(?<=^.+(?:[aeiou]|[aei]r|ndo))(?:me|te|se|nos)?(?:l[aeo]s?)?$/;

const GLUED = ["me", "te", "se", "nos", "lo", "la", "los", "las", "le", "les"];
const INFINITIVE = /[aei]r$/;

/** A word as it is looked up: without accents, and what is left of it without its ending. */
export interface Lemma {
  readonly folded: string;
  readonly stem: string;
}

/** The words of a text in lower case, accents kept. */
export function wordsIn(text: string): string[] {
  return text.normalize("NFC").toLowerCase().replace(INITIALS, "$1").match(WORD) ?? [];
}

/**
 * What a word is indexed as and found by, each once: the folded word («publicaciones»), its folded stem («public») and the
 * stem of the folded word, which differs where an accent decides.
 */
export function formsOf(word: string): string[] {
  const folded = foldText(word);
  if (/\d/.test(folded)) return [folded];
  if (OVERSTEMMED.test(word)) return [...new Set([folded, folded.replace(/as?$|os$/, "o")])];
  const singular = word.replace(FOREIGN_PLURAL, "");
  const accented = singular.replace(UNACCENTED, (vowel) => (vowel === "o" ? "ó" : "í"));
  const forms = new Set([folded, foldText(stemmer(accented))]);
  // Snowball's stemmer goes by accents; without any there is nothing to tell apart.
  if (foldText(singular) !== accented) forms.add(stemmer(foldText(singular)));
  return [...forms];
}

export function lemmaOf(word: string): Lemma {
  const [folded = word, stem = folded] = formsOf(word);
  return { folded, stem };
}

/** A folded verb without the pronouns glued to it. */
export function withoutPronouns(folded: string): string {
  return folded.replace(PRONOUNS, "");
}

/** The stems of a folded infinitive as it stands and with each pronoun: of short verbs they are stems of their own («echar», «echarme»). */
export function withPronouns(folded: string): string[] {
  const infinitive = withoutPronouns(folded);
  if (!INFINITIVE.test(infinitive)) return [];
  return ["", ...GLUED].map((pronoun) => lemmaOf(infinitive + pronoun).stem);
}

export function isSingleLetter(word: string): boolean {
  return /^\p{L}$/u.test(word);
}
