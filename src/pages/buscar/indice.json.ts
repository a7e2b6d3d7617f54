import { searchTextsOf } from "../../urls.ts";
import { createHash } from "node:crypto";
import type { APIRoute } from "astro";
import synonyms from "../../../content/synonyms.yaml?raw";
import { buildIndex } from "../../search/build-index.ts";
import type { SearchFile } from "../../search/index-file.ts";
import { parseSynonyms } from "../../search/synonyms.ts";
import { textResponse } from "../_text-response.ts";
import { findablePages, textsOf } from "./_findable.ts";

/** The index. It names its texts by what they say, so that a browser never puts old texts below new results. */
export const GET: APIRoute = async () => {
  const pages = await findablePages();
  const version = createHash("sha256")
    .update(JSON.stringify(textsOf(pages)))
    .digest("hex")
    .slice(0, 12);
  const file: SearchFile = {
    ...buildIndex(pages, parseSynonyms(synonyms)),
    texts: searchTextsOf(version),
  };
  return textResponse(JSON.stringify(file), "application/json");
};
