import { createHash } from "node:crypto";
import { searchPart, searchTexts } from "../urls.ts";
import type { IndexPart, SearchFile, WholeIndex } from "./index-file.ts";
import { cutTexts, type PageText } from "./page-texts.ts";
import { packNumbers } from "./packing.ts";
import type { Findable } from "./pages.ts";

/** Letters of a hash: enough to tell a part from what it said before. */
const VERSION_LENGTH = 8;

/** Everything that the search publishes. A version is a hash of what is said. */
export interface PublishedSearch {
  readonly file: SearchFile;
  readonly parts: readonly { readonly version: string; readonly part: IndexPart }[];
  /** They have one version: their names would weigh more in the index than keeping some of them saves. */
  readonly texts: { readonly version: string; readonly files: readonly (readonly PageText[])[] };
}

export function publishSearch({ parts, ...index }: WholeIndex, pages: readonly Findable[]): PublishedSearch {
  const versioned = parts.map((part) => ({ version: versionOf(part), part }));
  const { starts, files } = cutTexts(pages);
  const version = versionOf(files);
  return {
    file: {
      ...index,
      partAddresses: versioned.map((part) => searchPart(part.version)),
      texts: searchTexts(version),
      textStarts: packNumbers(starts),
    },
    parts: versioned,
    texts: { version, files },
  };
}

function versionOf(json: unknown): string {
  return createHash("sha256").update(JSON.stringify(json)).digest("hex").slice(0, VERSION_LENGTH);
}
