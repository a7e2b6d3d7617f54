import { RELATED_ARTICLES } from "../site.ts";

interface Relatable {
  readonly slug: string;
  readonly publishedAt: Date;
  readonly topics: readonly { readonly id: string }[];
}

/** The articles that share most topics with this one; what is newer wins a tie and fills what is left. */
export function relatedTo<T extends Relatable>(
  article: Relatable,
  all: readonly T[],
  limit = RELATED_ARTICLES,
): T[] {
  const own = new Set(article.topics.map(({ id }) => id));
  const shared = (other: Relatable): number => other.topics.filter(({ id }) => own.has(id)).length;
  return all
    .filter(({ slug }) => slug !== article.slug)
    .sort((a, b) => shared(b) - shared(a) || b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, limit);
}
