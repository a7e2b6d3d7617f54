/** A term of the glossary, as far as linking it is concerned. */
export interface LinkableTerm {
  readonly id: string;
  /** What is linked when it stands in a text, in the singular and in lower case unless it is always written in capitals. */
  readonly forms: readonly string[];
}

/** Where a term stands in a text. */
export interface TermUse {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Small words after which nothing turns plural: «crisis de reputación» → «crisis de reputación», never «de reputaciones». */
const LINKING_WORDS = new Set(["de", "del", "a", "al", "la", "el", "en", "por", "para", "con", "sin"]);

/** Finds the first use of each term in one text, and of two that overlap the longer. `known` are terms that are linked already. */
export function findTerms(
  text: string,
  terms: readonly LinkableTerm[],
  known: ReadonlySet<string>,
): TermUse[] {
  const lower = text.toLowerCase();
  const uses = terms
    .filter(({ id }) => !known.has(id))
    .flatMap(({ id, forms }) => {
      const firsts = forms
        .filter((form) => lower.includes(beginningOf(form)))
        .flatMap((form) => firstUse(text, form));
      const first = firsts.sort(byStart)[0];
      return first ? [{ id, ...first }] : [];
    })
    .sort(byStart);
  return uses.filter((use, at) => use.start >= (uses[at - 1]?.end ?? 0));
}

interface Use {
  readonly start: number;
  readonly end: number;
}

function byStart(a: Use, b: Use): number {
  return a.start - b.start || b.end - a.end;
}

function firstUse(text: string, form: string): Use[] {
  const found = patternOf(form).exec(text);
  return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
}

/** What every way of writing the form has: most texts have it of no term, and are then looked through no closer. */
function beginningOf(form: string): string {
  let beginning = beginnings.get(form);
  if (beginning === undefined) {
    const [word = ""] = form.split(" ");
    beginning = word.slice(0, Math.max(1, word.length - LONGEST_CHANGED_ENDING)).toLowerCase();
    beginnings.set(form, beginning);
  }
  return beginning;
}
/** «-ón» becomes «-ones». */
const LONGEST_CHANGED_ENDING = 2;

function patternOf(form: string): RegExp {
  let pattern = patterns.get(form);
  if (pattern === undefined) {
    // Whole words only, and none that is part of a name: «Boletín Oficial», «Community Manager de Oro».
    const source = `(?<![\\p{L}\\p{N}_@#/.-])${formPattern(form)}(?![\\p{L}\\p{N}_/-]|\\.\\p{L}| \\p{Lu}\\p{Ll})`;
    pattern = new RegExp(source, "u");
    patterns.set(form, pattern);
  }
  return pattern;
}
/** Every text of every article is looked through for the same few forms. */
const patterns = new Map<string, RegExp>();
const beginnings = new Map<string, string>();

/**
 * The form as it may be written: at the start of a sentence or not, in singular or plural, over a line break. Accents count:
 * without its own a Spanish word is another one.
 */
function formPattern(form: string): string {
  const words = form.split(" ");
  const fixedFrom = words.findIndex((word) => LINKING_WORDS.has(word));
  return words
    .map((word, at) => {
      const ending = fixedFrom === -1 || at < fixedFrom ? pluralPattern(word) : escape(word);
      return at === 0 && !isAcronym(word) ? eitherCase(ending) : ending;
    })
    .join("\\s+");
}

/** Spanish and English plurals of a word, beside itself. */
function pluralPattern(word: string): string {
  const stem = escape(word.slice(0, -1));
  if (isAcronym(word)) return `${escape(word)}s?`;
  if (/s$/.test(word)) return escape(word);
  if (/z$/.test(word)) return `(?:${escape(word)}|${stem}ces)`;
  const accented = /^(.*)([áéíóú])n$/.exec(word);
  if (accented) {
    const [, start = "", vowel = ""] = accented;
    return `(?:${escape(word)}|${escape(start)}${vowel.normalize("NFD").charAt(0)}nes)`;
  }
  return /[aeiouáéó]$/.test(word) ? `${escape(word)}s?` : `${escape(word)}(?:e?s)?`;
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}/u.test(word);
}

function eitherCase(pattern: string): string {
  return pattern.replace(/\p{L}/u, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
