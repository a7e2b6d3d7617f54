import type { APIRoute, GetStaticPaths } from "astro";
import type { PageText } from "../../../../search/page-texts.ts";
import { textResponse } from "../../../_text-response.ts";
import { publishedSearch } from "../../_published.ts";

/** The texts of a few pages each. */
export const getStaticPaths = (async () => {
  const { version, files } = (await publishedSearch()).texts;
  return files.map((texts, number) => ({ params: { version, number: String(number) }, props: { texts } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ texts: readonly PageText[] }> = ({ props }) =>
  textResponse(JSON.stringify(props.texts), "application/json");
