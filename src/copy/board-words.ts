import type { BoardQuery } from "../domain/favours/board.ts";
import { CATEGORY_NAMES, REWARD_KIND_NAMES } from "./names.ts";
import { PLACE_NAMES } from "./places.ts";

/** One thing that a board is narrowed to: how it is said, and the same board without it. */
export interface ChosenFilter {
  readonly text: string;
  readonly without: BoardQuery;
}

const OFFERS_WORDS = { with: "con propuestas", without: "sin propuestas" } as const;

/** The same in one line: «Mascotas, Madrid, Dinero». */
export function boardWords(query: BoardQuery): string {
  const words = chosenFilters(query).map(({ text }) => text);
  return words.length === 0 ? "Todos los favores" : words.join(", ");
}

/** What a board is narrowed to, in the order of its address. */
export function chosenFilters(query: BoardQuery): ChosenFilter[] {
  const { category, places = [], nearby, rewardKind, offers, text } = query;
  const all = { ...query, page: 1 };
  const chosen: ChosenFilter[] = [];
  if (category) chosen.push({ text: CATEGORY_NAMES[category], without: { ...all, category: undefined } });
  for (const place of places) {
    const left = places.filter((one) => one !== place);
    const around = left.length === 0 ? undefined : nearby;
    chosen.push({ text: PLACE_NAMES[place], without: { ...all, places: left, nearby: around } });
  }
  if (nearby) chosen.push({ text: "con sus alrededores", without: { ...all, nearby: undefined } });
  if (rewardKind) {
    chosen.push({ text: REWARD_KIND_NAMES[rewardKind], without: { ...all, rewardKind: undefined } });
  }
  if (offers) chosen.push({ text: OFFERS_WORDS[offers], without: { ...all, offers: undefined } });
  if (text) chosen.push({ text: `«${text}»`, without: { ...all, text: undefined } });
  return chosen;
}
