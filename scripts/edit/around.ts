import { z } from "astro/zod";
import type { Entry } from "./content-entries.ts";

/** What a text is checked against. */
export interface Around {
  /** Of the project. */
  readonly root: string;
  /** Which entries there are: `collection/id`. */
  readonly ids: ReadonlySet<string>;
  /** From which day on each entry can be read, `YYYY-MM-DD`; of drafts none. */
  readonly visibleFrom: ReadonlyMap<string, string | null>;
  /** The day in Spain, `YYYY-MM-DD`. */
  readonly today: string;
}

const Datable = z.object({
  draft: z.boolean().nullish(),
  publishedAt: z.union([z.iso.date(), z.date().transform((day) => day.toISOString().slice(0, 10))]).nullish(),
});

export function aroundOf(root: string, entries: readonly Entry[], today: string): Around {
  const idOf = ({ collection, id }: Entry): string => `${collection}/${id}`;
  return {
    root,
    today,
    ids: new Set(entries.map(idOf)),
    visibleFrom: new Map(entries.map((entry) => [idOf(entry), visibleFrom(entry)])),
  };
}

function visibleFrom({ data }: Entry): string | null {
  const { draft, publishedAt } = Datable.safeParse(data).data ?? {};
  return draft ? null : (publishedAt ?? "");
}

/** What there is of a collection, by its names. */
export function idsOf(collection: string, { ids }: Around): string[] {
  return [...ids]
    .filter((id) => id.startsWith(`${collection}/`))
    .map((id) => id.slice(collection.length + 1));
}

/** Whether a reader of the entry could come to where the other one is not there yet. */
export function isHiddenFrom(
  { collection, id }: Entry,
  other: string,
  { visibleFrom, today }: Around,
): boolean {
  const from = visibleFrom.get(`${collection}/${id}`) ?? null;
  if (from === null) return false;
  const others = visibleFrom.get(other);
  return others !== undefined && (others === null || (others > from && others > today));
}
