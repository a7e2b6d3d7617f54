import synonyms from "../../../content/synonyms.yaml?raw";
import { buildIndex } from "../../search/build-index.ts";
import { publishSearch, type PublishedSearch } from "../../search/publish.ts";
import { parseSynonyms } from "../../search/synonyms.ts";
import { findablePages } from "./_findable.ts";

let last: { readonly source: string; readonly published: PublishedSearch } | undefined;

/** Made once for all its files, and again where a text has changed meanwhile: when somebody writes beside the dev server. */
export async function publishedSearch(): Promise<PublishedSearch> {
  const pages = await findablePages();
  const source = JSON.stringify(pages);
  if (last?.source !== source) {
    last = { source, published: publishSearch(buildIndex(pages, parseSynonyms(synonyms)), pages) };
  }
  return last.published;
}
