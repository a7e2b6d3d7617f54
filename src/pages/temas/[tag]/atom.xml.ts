import type { APIRoute, GetStaticPaths } from "astro";
import { atomXml } from "../../../feeds/atom.ts";
import type { Topic } from "../../../queries/topics.ts";
import { articlesFeed, topicFeeds } from "../../_articles-feed.ts";
import { textResponse } from "../../_text-response.ts";

export const getStaticPaths = topicFeeds satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: Topic }> = async (context) =>
  textResponse(atomXml(await articlesFeed(context, context.props.topic)), "application/atom+xml");
