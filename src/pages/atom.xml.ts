import type { APIRoute } from "astro";
import { atomXml } from "../feeds/atom.ts";
import { articlesFeed } from "./_articles-feed.ts";
import { textResponse } from "./_text-response.ts";

export const GET: APIRoute = async (context) =>
  textResponse(atomXml(await articlesFeed(context)), "application/atom+xml");
