import type { APIRoute } from "astro";
import { commentsFeed } from "../../../../feeds/comments-feed.ts";
import { articlesBySlug } from "../../../../queries/articles.ts";
import { newestComments } from "../../../../queries/newest-comments.ts";
import { FEED_COMMENTS } from "../../../../site.ts";
import { liveFeed } from "../../../_live-feed.ts";
import { siteUrl } from "../../../_text-response.ts";

export const prerender = false;

export const GET: APIRoute = async (context) => {
  const [article] = await articlesBySlug([context.params["slug"] ?? ""]);
  if (!article) return new Response("No hay ningún artículo en esta dirección.\n", { status: 404 });
  return liveFeed(context, await newestComments(article, FEED_COMMENTS), (comments) =>
    commentsFeed(comments, siteUrl(context), article),
  );
};
