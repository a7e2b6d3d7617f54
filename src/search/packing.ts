/** Document → how strongly a stem stands there, from 0 to 1. */
export type Places = ReadonlyMap<number, number>;

/** How many letters a word may share with the one before it. */
const BASE = 36;
/** Strengths travel as one digit. Their roots are evenly spaced: among the weak ones small differences count. */
const STRENGTHS = 15;
/** What a string of JSON takes as it is, without the space. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/!#$%&'()*-.:;<=>?@[]^_`{|}~";
/** The first ones end a number; the others say how often that many it is more. */
const ENDS = 64;
const MORE = DIGITS.length - ENDS;
const NUMBER = new RegExp(`[^A-Za-z0-9+/]*[A-Za-z0-9+/]`, "g");

/** A sorted list of words, each without what it shares with the one before: `abc abd` → `0abc 2d`. Shared letters in base 36. */
export function packWords(sorted: readonly string[]): string {
  let before = "";
  return sorted
    .map((word) => {
      let shared = 0;
      while (shared < BASE - 1 && shared < before.length && word[shared] === before[shared]) shared += 1;
      before = word;
      return shared.toString(BASE) + word.slice(shared);
    })
    .join(" ");
}

export function unpackWords(packed: string): string[] {
  let before = "";
  return packed.split(" ").map((piece) => {
    before = before.slice(0, parseInt(piece.charAt(0), BASE)) + piece.slice(1);
    return before;
  });
}

/** Numbers from 0 on, each once and sorted, as the distances from one to the next: most take one letter. */
export function packNumbers(sorted: readonly number[]): string {
  let before = -1;
  return sorted
    .map((number) => {
      const gap = number - before - 1;
      before = number;
      return packNumber(gap);
    })
    .join("");
}

export function unpackNumbers(packed: string): number[] {
  let before = -1;
  return unpackCounts(packed).map((gap) => (before += 1 + gap));
}

/** Any numbers from 0 on, in any order. */
export function packCounts(counts: readonly number[]): string {
  return counts.map(packNumber).join("");
}

export function unpackCounts(packed: string): number[] {
  return [...packed.matchAll(NUMBER)].map(([letters]) => unpackNumber(letters));
}

function packNumber(number: number): string {
  let letters = DIGITS.charAt(number % ENDS);
  for (let rest = Math.floor(number / ENDS); rest > 0; rest = Math.floor(rest / MORE)) {
    letters = DIGITS.charAt(ENDS + (rest % MORE)) + letters;
  }
  return letters;
}

function unpackNumber(letters: string): number {
  let rest = 0;
  for (const letter of letters.slice(0, -1)) rest = rest * MORE + DIGITS.indexOf(letter) - ENDS;
  return rest * ENDS + DIGITS.indexOf(letters.slice(-1));
}

/** Per stem its documents, and then in the same order a digit for each: apart they shrink better. */
export function packPlaces(all: readonly Places[]): readonly [documents: string, strengths: string] {
  const strengths = all.flatMap((places) => [...places.values()].map(packStrength));
  return [all.map((places) => packNumbers([...places.keys()])).join(" "), strengths.join("")];
}

export function unpackPlaces([documents, strengths]: readonly [string, string]): Map<number, number>[] {
  let at = 0;
  return documents
    .split(" ")
    .map(
      (stem) =>
        new Map(
          unpackNumbers(stem).map((document) => [
            document,
            (parseInt(strengths.charAt(at++), BASE) / STRENGTHS) ** 2,
          ]),
        ),
    );
}

function packStrength(strength: number): string {
  return Math.max(1, Math.round(Math.sqrt(strength) * STRENGTHS)).toString(BASE);
}
