import type { Search } from "../search/engine.ts";
import type { SearchFile } from "../search/index-file.ts";

/** Page → its description, other ways of asking for it, a line each, and then the lines of each of its sections. */
export type Texts = readonly (readonly string[])[];

export interface Searchable extends Search {
  /** The texts that excerpts are cut from; they are not needed to find anything, and come later. Null if they can't be had. */
  readonly texts: () => Promise<Texts | null>;
}

let searchable: Promise<Searchable> | undefined;
let texts: Promise<Texts | null> | undefined;

/** Fetches the index once. After a failure the next call tries again. */
export function loadSearch(): Promise<Searchable> {
  searchable ??= Promise.all([
    fetchJson<SearchFile>("/buscar/indice.json"),
    // A file of its own: the dialog does not wait for it.
    import("../search/engine.ts"),
  ]).then(([file, engine]) => ({
    ...engine.createSearch(file),
    texts: () => (texts ??= fetchJson<Texts>(file.texts).catch(() => null)),
  }));
  searchable.catch(() => (searchable = undefined));
  return searchable;
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Made by our own build together with this script, and tested with it: a schema would weigh more than the engine.
  return (await response.json()) as T;
}
