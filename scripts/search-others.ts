import MiniSearch from "minisearch";
import { foldText } from "../src/domain/kernel/fold.ts";
import type { Search } from "../src/search/engine.ts";
import type { Findable } from "../src/search/pages.ts";

/**
 * MiniSearch over the same pages, as one tunes it by its documentation: names weigh more, beginnings and one slip in five letters count.
 * `alsoAsked`: with the editors' other ways of asking, or with what is on the page alone.
 */
export function miniSearch(
  pages: readonly Findable[],
  { alsoAsked }: { readonly alsoAsked: boolean },
): Pick<Search, "find"> {
  const mini = new MiniSearch<Record<string, string | number>>({
    fields: ["title", "names", "alsoAsked", "description", "text"],
    processTerm: (term) => foldText(term),
    searchOptions: {
      boost: { title: 6, names: 5, alsoAsked: 3, description: 3 },
      prefix: true,
      fuzzy: 0.2,
    },
  });
  mini.addAll(
    pages.map((page, id) => ({
      id,
      title: page.title,
      names: page.names.join("\n"),
      alsoAsked: alsoAsked ? page.alsoAsked.join("\n") : "",
      description: page.description,
      text: page.sections.map(({ heading, text }) => `${heading}\n${text}`).join("\n"),
    })),
  );
  return {
    find: (query) => ({
      hits: mini.search(query).flatMap(({ id, score }) => {
        const page = pages[Number(id)];
        return page
          ? [
              {
                page,
                number: Number(id),
                section: 0,
                score,
                why: { name: undefined, way: undefined, meant: [] },
              },
            ]
          : [];
      }),
      lacks: [],
      without: [],
      isMatch: () => false,
      better: null,
    }),
  };
}
