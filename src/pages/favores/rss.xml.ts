import type { APIRoute } from "astro";
import { jobsFeed } from "../../feeds/jobs-feed.ts";
import { boardPage } from "../../queries/jobs.ts";
import { boardQuery, FILTER_PARAMS, newestFirst } from "../../views/board-filters.ts";
import { liveFeed } from "../_live-feed.ts";
import { siteUrl } from "../_text-response.ts";

export const prerender = false;

export const GET: APIRoute = async (context) => {
  const query = newestFirst(boardQuery(context.url.searchParams));
  const toFeed = ({ jobs }: { jobs: Parameters<typeof jobsFeed>[1] }) =>
    jobsFeed(query, jobs, siteUrl(context));
  return liveFeed(context, await boardPage(query), toFeed, FILTER_PARAMS);
};
