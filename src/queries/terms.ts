import { getCollection } from "astro:content";

/** A term of the trade, as the glossary shows it. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly alternatives: readonly string[];
  readonly definition: string;
  readonly notThis: string;
  readonly measured: string;
  readonly seeAlso: readonly { readonly id: string; readonly term: string }[];
  readonly source: { readonly title: string; readonly publisher: string; readonly url: string } | undefined;
}

/** Every term, in the order of the Spanish alphabet. */
export async function terms(): Promise<Term[]> {
  const entries = await getCollection("terms");
  const names = new Map(entries.map(({ id, data }) => [id, data.term]));
  return entries
    .map(({ id, data }) => ({
      id,
      term: data.term,
      alternatives: data.alternatives,
      definition: data.definition,
      notThis: data.notThis,
      measured: data.measured,
      seeAlso: data.seeAlso.map((other) => {
        const term = names.get(other.id);
        if (!term) throw new Error(`content/glossary/${id}.yaml: no hay término «${other.id}»`);
        return { id: other.id, term };
      }),
      source: data.source,
    }))
    .sort((a, b) => a.term.localeCompare(b.term, "es"));
}
