import { boardWith } from "../urls.ts";
import { SEARCH_MAX_LENGTH } from "../domain/kernel/limits.ts";
import type { BoardQuery } from "../domain/favours/board.ts";
import { CATEGORIES } from "../domain/records/category.ts";
import { PLACES } from "../domain/records/place.ts";
import { REWARD_KINDS } from "../domain/records/reward.ts";
import { cleanLine } from "../domain/kernel/clean.ts";

/** Query parameters of the board that change what it shows; a cache has to tell them apart. */
export const BOARD_PARAMS = [
  "categoria",
  "lugar",
  "cerca",
  "recompensa",
  "propuestas",
  "q",
  "orden",
  "pagina",
] as const;
type BoardParam = (typeof BOARD_PARAMS)[number];

/** Those that say which favours, and not how they are listed: what a feed and an alert have too. */
export const FILTER_PARAMS = ["categoria", "lugar", "cerca", "recompensa", "propuestas", "q"] as const;

const NEARBY = { si: true } as const;
const OFFERS = { con: "with", sin: "without" } as const;
const ORDERS = { nuevos: "newest", terminan: "ending", recompensa: "reward" } as const;
const MAX_PAGE = 10_000;

/** The board that an address asks for. Values nobody knows count as not given: an old or mistyped link still shows favours. */
export function boardQuery(params: URLSearchParams): BoardQuery {
  const text = Array.from(cleanLine(params.get("q") ?? ""))
    .slice(0, SEARCH_MAX_LENGTH)
    .join("");
  const typed = params.getAll("lugar");
  const places = PLACES.filter((place) => typed.includes(place));
  return {
    category: oneOf(CATEGORIES, params.get("categoria")),
    places: places.length === 0 ? undefined : places,
    // Around nothing is everywhere.
    nearby: places.length === 0 ? undefined : valueOf(NEARBY, params.get("cerca")),
    rewardKind: oneOf(REWARD_KINDS, params.get("recompensa")),
    offers: valueOf(OFFERS, params.get("propuestas")),
    text: text === "" ? undefined : text,
    order: valueOf(ORDERS, params.get("orden")) ?? "newest",
    page: pageNumber(params.get("pagina")),
  };
}

/** Those of the parameters that are chosen from a list. */
export const BOARD_FILTERS = ["categoria", "lugar", "cerca", "recompensa", "propuestas", "orden"] as const;
type BoardFilter = (typeof BOARD_FILTERS)[number];

/** The filters, and the order, that an address gives a value that nobody knows. An empty one counts as not given. */
export function unknownFilters(params: URLSearchParams): BoardFilter[] {
  const known: Readonly<Record<BoardFilter, readonly string[]>> = {
    categoria: CATEGORIES,
    lugar: PLACES,
    cerca: Object.keys(NEARBY),
    recompensa: REWARD_KINDS,
    propuestas: Object.keys(OFFERS),
    orden: Object.keys(ORDERS),
  };
  return BOARD_FILTERS.filter((name) =>
    params.getAll(name).some((value) => value !== "" && !known[name].includes(value)),
  );
}

/** The query's parameters as the form and the addresses of the board name them, defaults left out. */
export function boardParams(query: BoardQuery): URLSearchParams {
  const values: Record<BoardParam, string | readonly string[] | undefined> = {
    categoria: query.category,
    lugar: query.places,
    cerca: keyOf(NEARBY, query.nearby),
    recompensa: query.rewardKind,
    propuestas: keyOf(OFFERS, query.offers),
    q: query.text,
    orden: query.order === "newest" ? undefined : keyOf(ORDERS, query.order),
    pagina: query.page === 1 ? undefined : String(query.page),
  };
  const params = new URLSearchParams();
  for (const name of BOARD_PARAMS) {
    for (const value of [values[name] ?? []].flat()) params.append(name, value);
  }
  return params;
}

/** What the board shows under these filters, newest first. */
export function newestFirst(query: BoardQuery): BoardQuery {
  return { ...query, order: "newest", page: 1 };
}

/** The filters of an address in their one form: the same ones always give the same text. */
export function filterOf(params: URLSearchParams): string {
  return boardParams(newestFirst(boardQuery(params))).toString();
}

/** Address of a board: the same filters always give the same one. */
export function boardHref(query: BoardQuery): string {
  const params = boardParams(query).toString();
  return boardWith(params);
}

/** A page number from an address: whole and from 1 on, whatever was typed. */
export function pageNumber(text: string | null): number {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), MAX_PAGE) : 1;
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text);
}

function valueOf<T>(values: Readonly<Record<string, T>>, name: string | null): T | undefined {
  return name !== null && Object.hasOwn(values, name) ? values[name] : undefined;
}

function keyOf<T>(values: Readonly<Record<string, T>>, wanted: T | undefined): string | undefined {
  return Object.keys(values).find((name) => values[name] === wanted);
}
