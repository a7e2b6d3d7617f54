import type { APIRoute } from "astro";
import { textResponse } from "../_text-response.ts";
import { publishedSearch } from "./_published.ts";

/** What every search takes. It names its parts and texts by what they say, so that a browser never puts old ones to new ones. */
export const GET: APIRoute = async () => {
  const { file } = await publishedSearch();
  return textResponse(JSON.stringify(file), "application/json");
};
