import { articlePath } from "../urls.ts";
import { getCollection, type CollectionEntry } from "astro:content";
import { WORDS_PER_MINUTE } from "../site.ts";
import { authorsById, type Author } from "./authors.ts";
import { oncePerBuild } from "./once-per-build.ts";
import { topicsById, type Topic } from "./topics.ts";
import { isVisible } from "./visible.ts";

/** An article as it is listed; `entry` has what is needed to render it. */
export interface Article {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date | undefined;
  readonly author: Author;
  /** The first is its main one. */
  readonly topics: readonly Topic[];
  readonly commentsClosed: boolean;
  /** Reading time in minutes, at least 1. */
  readonly minutes: number;
  readonly entry: CollectionEntry<"articles">;
}

/** Every published article, newest first. Every page lists some, and in a build they don't change: they are read once. */
export const publishedArticles = oncePerBuild(readArticles);

async function readArticles(): Promise<readonly Article[]> {
  const [entries, topics, authors] = await Promise.all([
    getCollection("articles", ({ data }) => isVisible(data)),
    topicsById(),
    authorsById(),
  ]);
  return entries
    .filter((entry) => !import.meta.env.DEV || leadsSomewhere(entry, topics, authors))
    .map((entry) => toArticle(entry, topics, authors))
    .sort(
      (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.title.localeCompare(b.title, "es"),
    );
}

/**
 * While somebody writes, an article with a topic or an author that there isn't is left out, and the terminal says why. The site that is
 * built refuses it.
 */
function leadsSomewhere(
  { data }: CollectionEntry<"articles">,
  topics: ReadonlyMap<string, Topic>,
  authors: ReadonlyMap<string, Author>,
): boolean {
  return authors.has(data.author.id) && data.topics.every(({ id }) => topics.has(id));
}

/** The published ones among these, in the order given. */
export async function articlesBySlug(slugs: readonly string[]): Promise<Article[]> {
  const all = await publishedArticles();
  // Few are asked for, by every page: a map of all would be made for each.
  return slugs.flatMap((slug) => all.find((article) => article.slug === slug) ?? []);
}

/** What was published just before an article and just after it. */
export async function neighboursOf(
  slug: string,
): Promise<{ readonly before?: Article; readonly after?: Article }> {
  const all = await publishedArticles();
  const place = all.findIndex((article) => article.slug === slug);
  const [before, after] = [all[place + 1], all[place - 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

function toArticle(
  entry: CollectionEntry<"articles">,
  topics: ReadonlyMap<string, Topic>,
  authors: ReadonlyMap<string, Author>,
): Article {
  const { title, description, publishedAt, updatedAt, comments } = entry.data;
  const author = authors.get(entry.data.author.id);
  if (!author) throw new Error(`content/articles/${entry.id}.mdx: no hay autor «${entry.data.author.id}»`);
  return {
    slug: entry.id,
    url: articlePath(entry.id),
    title,
    description,
    publishedAt,
    updatedAt,
    author,
    topics: entry.data.topics.map(({ id }) => {
      const topic = topics.get(id);
      if (!topic)
        throw new Error(`content/articles/${entry.id}.mdx: no hay tema «${id}» en content/topics.yaml`);
      return topic;
    }),
    commentsClosed: comments === "closed",
    minutes: readingMinutes(entry.body ?? ""),
    entry,
  };
}

/** Counts words, not markup: tags, link targets and table rules are left out. */
function readingMinutes(markdown: string): number {
  const text = markdown.replace(/<[^>]*>|\]\([^)]*\)|[|#*_>-]/g, " ");
  return Math.max(1, Math.round((text.match(/\S+/g)?.length ?? 0) / WORDS_PER_MINUTE));
}
