import type { APIRoute } from "astro";
import { jsonFeed } from "../feeds/json-feed.ts";
import { articlesFeed } from "./_articles-feed.ts";
import { textResponse } from "./_text-response.ts";

export const GET: APIRoute = async (context) =>
  textResponse(jsonFeed(await articlesFeed(context)), "application/feed+json");
