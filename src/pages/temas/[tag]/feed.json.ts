import type { APIRoute, GetStaticPaths } from "astro";
import { jsonFeed } from "../../../feeds/json-feed.ts";
import type { Topic } from "../../../queries/topics.ts";
import { articlesFeed, topicFeeds } from "../../_articles-feed.ts";
import { textResponse } from "../../_text-response.ts";

export const getStaticPaths = topicFeeds satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: Topic }> = async (context) =>
  textResponse(jsonFeed(await articlesFeed(context, context.props.topic)), "application/feed+json");
