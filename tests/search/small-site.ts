import { buildIndex } from "../../src/search/build-index.ts";
import { createSearch, type Hit } from "../../src/search/engine.ts";
import type { SynonymRule } from "../../src/search/index-file.ts";
import type { Findable } from "../../src/search/pages.ts";

/** A page of a made-up site; sections as `[id, heading, text]`. */
export function page(
  title: string,
  {
    description = "",
    names = [],
    alsoAsked = [],
    sections = [],
  }: Partial<Omit<Findable, "sections">> & {
    sections?: readonly (readonly [string | null, string, string])[];
  } = {},
): Findable {
  const all = sections.length > 0 ? sections : [[null, "", ""] as const];
  return {
    kind: "article",
    url: `/${title}/`,
    title,
    names,
    alsoAsked,
    description,
    sections: all.map(([id, heading, text]) => ({ id, heading, text })),
  };
}

/** Words that most pages have, so that no word of a test is rare by itself. */
const FILLERS = Array.from({ length: 12 }, (_, at) =>
  page(`Relleno ${at}`, { sections: [[null, "", "vereda jardín ventana ladrillo camino"]] }),
);

export function searchIn(
  pages: readonly Findable[],
  synonyms: readonly SynonymRule[] = [],
): (query: string) => readonly Hit[] {
  const search = createSearch(buildIndex([...pages, ...FILLERS], synonyms));
  return (query) => search.find(query).hits;
}

export function titles(hits: readonly Hit[]): string[] {
  return hits.map((hit) => hit.page.title);
}
