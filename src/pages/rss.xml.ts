import type { APIRoute } from "astro";
import { rssXml } from "../feeds/rss.ts";
import { articlesFeed } from "./_articles-feed.ts";
import { textResponse } from "./_text-response.ts";

export const GET: APIRoute = async (context) =>
  textResponse(rssXml(await articlesFeed(context)), "application/rss+xml");
