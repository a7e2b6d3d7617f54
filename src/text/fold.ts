import { withoutMarks } from "../domain/marks.ts";

/** Lower case without accents, for comparing and searching: "Ñandú" → "nandu". Its length may differ from the text's. */
export function foldText(text: string): string {
  return withoutMarks(text).toLowerCase();
}
