import { seriesPath } from "../urls.ts";
import { getCollection } from "astro:content";
import { articlesBySlug, type Article } from "./articles.ts";

export interface Series {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** The published ones, in reading order. */
  readonly articles: readonly Article[];
}

/** Every series that has something to read. */
export async function allSeries(): Promise<Series[]> {
  const entries = await getCollection("series");
  const series = await Promise.all(
    entries.map(async ({ data: { id, title, description, articles } }) => ({
      id,
      title,
      description,
      url: seriesPath(id),
      articles: await articlesBySlug(articles.map((article) => article.id)),
    })),
  );
  return series.filter(({ articles }) => articles.length > 0);
}

/** The series that this article belongs to, if any. */
export async function seriesOf(slug: string): Promise<Series | undefined> {
  return (await allSeries()).find(({ articles }) => articles.some((article) => article.slug === slug));
}
