import { RELATED_ARTICLES } from "../site.ts";

interface Relatable {
  readonly slug: string;
  readonly publishedAt: Date;
  readonly topics: readonly { readonly id: string }[];
}

/** What a shared topic is worth beside the likeness of the texts, which rarely reaches 0.3. */
const TOPIC_WORTH = 0.05;
/** The articles that are most like this one, by topics and text; what is newer wins a tie. */
export function relatedTo<T extends Relatable>(
  article: Relatable,
  all: readonly T[],
  likeness: (other: T) => number = () => 0,
  limit = RELATED_ARTICLES,
): T[] {
  const own = new Set(article.topics.map(({ id }) => id));
  const shared = (other: Relatable): number => other.topics.filter(({ id }) => own.has(id)).length;
  // Only the few best are ever in order: with thousands of articles, sorting all of them for each would be most of the work.
  let best: { readonly other: T; readonly worth: number }[] = [];
  for (const other of all) {
    if (other.slug === article.slug) continue;
    const worth = likeness(other) + TOPIC_WORTH * shared(other);
    if (best.length === limit && worth < (best.at(-1)?.worth ?? 0)) continue;
    best = [...best, { other, worth }]
      .sort((a, b) => b.worth - a.worth || b.other.publishedAt.getTime() - a.other.publishedAt.getTime())
      .slice(0, limit);
  }
  return best.map(({ other }) => other);
}
