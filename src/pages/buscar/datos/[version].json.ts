import type { APIRoute, GetStaticPaths } from "astro";
import type { IndexPart } from "../../../search/index-file.ts";
import { textResponse } from "../../_text-response.ts";
import { publishedSearch } from "../_published.ts";

/** The parts of the index. */
export const getStaticPaths = (async () =>
  (await publishedSearch()).parts.map(({ version, part }) => ({
    params: { version },
    props: { part },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ part: IndexPart }> = ({ props }) =>
  textResponse(JSON.stringify(props.part), "application/json");
