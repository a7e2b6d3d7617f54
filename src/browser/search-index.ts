import type { SearchFile } from "../search/index-file.ts";
import type { Find } from "./search-parts.ts";

let opened: Promise<Find> | undefined;

/** Fetches once what every search takes. After a failure the next call tries again. */
export function loadSearch(): Promise<Find> {
  opened ??= Promise.all([
    fetchJson<SearchFile>("/buscar/indice.json"),
    // A file of its own: the dialog does not wait for it.
    import("./search-parts.ts"),
  ]).then(([file, { openSearchFile }]) => openSearchFile(file, fetchJson));
  opened.catch(() => (opened = undefined));
  return opened;
}

export const findAnswer: Find = async (query, isWanted) => {
  try {
    return await (
      await loadSearch()
    )(query, isWanted);
  } catch (error) {
    if (!navigator.onLine) throw error;
    // A site that was published meanwhile has other parts: once more from the beginning.
    opened = undefined;
    return (await loadSearch())(query, isWanted);
  }
};

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Made by our own build together with this script, and tested with it: a schema would weigh more than the engine.
  return (await response.json()) as T;
}
