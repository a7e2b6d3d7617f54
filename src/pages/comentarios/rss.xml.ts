import type { APIRoute } from "astro";
import { commentsFeed } from "../../feeds/comments-feed.ts";
import { newestComments } from "../../queries/newest-comments.ts";
import { FEED_COMMENTS } from "../../site.ts";
import { liveFeed } from "../_live-feed.ts";
import { siteUrl } from "../_text-response.ts";

export const prerender = false;

export const GET: APIRoute = async (context) =>
  liveFeed(context, await newestComments(null, FEED_COMMENTS), (comments) =>
    commentsFeed(comments, siteUrl(context), null),
  );
