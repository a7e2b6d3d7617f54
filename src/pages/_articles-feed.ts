import { PAGES } from "../urls.ts";
import type { APIContext, GetStaticPathsResult } from "astro";
import { mdxHtml } from "../ui/prose/mdx-html.ts";
import { feedId, type Feed, type FeedItem } from "../feeds/feed.ts";
import { plainHtml } from "../feeds/plain-html.ts";
import { sourcesHtml } from "../feeds/sources.ts";
import { publishedArticles, type Article } from "../queries/articles.ts";
import { topics, type Topic } from "../queries/topics.ts";
import { FEED_ARTICLES, SITE } from "../site.ts";
import { siteUrl } from "./_text-response.ts";

/** The newest articles with their whole text, of the site or of one topic. */
export async function articlesFeed(context: Pick<APIContext, "site" | "url">, topic?: Topic): Promise<Feed> {
  const site = siteUrl(context);
  const all = await publishedArticles();
  const articles = topic ? all.filter((article) => isAbout(article, topic)) : all;
  return {
    title: topic ? `${topic.title} · ${SITE.name}` : `${SITE.name}: artículos`,
    description:
      topic?.description ?? "Artículos sobre el oficio de community manager y sobre pedir y hacer favores.",
    home: new URL(topic?.url ?? PAGES.articles, site).href,
    self: new URL(context.url.pathname, site).href,
    items: await Promise.all(articles.slice(0, FEED_ARTICLES).map((article) => articleItem(article, site))),
  };
}

/** One feed for each topic that has articles. */
export async function topicFeeds(): Promise<GetStaticPathsResult> {
  const articles = await publishedArticles();
  return (await topics())
    .filter((topic) => articles.some((article) => isAbout(article, topic)))
    .map((topic) => ({ params: { tag: topic.id }, props: { topic } }));
}

function isAbout(article: Article, topic: Topic): boolean {
  return article.topics.some(({ id }) => id === topic.id);
}

async function articleItem(article: Article, site: URL): Promise<FeedItem> {
  const { slug, title, description, publishedAt, updatedAt, author, topics: own, entry } = article;
  const url = new URL(article.url, site).href;
  return {
    id: feedId(`articulos/${slug}`),
    url,
    title,
    summary: description,
    html: plainHtml(await mdxHtml(entry, { plain: true }), url) + sourcesHtml(entry.data.sources),
    publishedAt,
    updatedAt,
    author: { name: author.name, url: new URL(author.url, site).href },
    tags: own.map((topic) => topic.title),
    commentsUrl: `${url}comentarios/`,
  };
}
