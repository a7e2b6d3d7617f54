import { withoutMarks } from "../domain/marks.ts";

/** Lower case without accents, for comparing and searching: "Ñandú" → "nandu". Its length may differ from the text's. */
export function foldText(text: string): string {
  return withoutMarks(text).toLowerCase();
}

/** A folded text that remembers where each of its UTF-16 units came from. */
export interface Folded {
  readonly text: string;
  /** `starts[i]` and `ends[i]`: the place in the original of the character that gave `text[i]`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Signs that nobody sees: they are typed between letters to get past filters. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/u;

/** Folds character by character, leaves out what is invisible, and keeps the map back. */
export function foldWithPlaces(text: string): Folded {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const units = INVISIBLE.test(character) ? "" : foldText(character);
    for (let unit = 0; unit < units.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    folded += units;
    at = end;
  }
  return { text: folded, starts, ends };
}
