import { assignVariants, variantOf } from "../../drawings/cover-variants.ts";
import { cover, type Covered, type Variant } from "../../drawings/cover.ts";
import { PATTERNS } from "../../drawings/patterns.ts";
import type { Drawing } from "../../drawings/svg.ts";
import { publishedArticles, type Article } from "../../queries/articles.ts";
import { oncePerBuild } from "../../queries/once-per-build.ts";
import type { Series } from "../../queries/series.ts";

/** The cover of an article: like none of the two that were published before it, wherever it is listed. */
export async function articleCover(article: Article, alone = false): Promise<Drawing> {
  const covered = coveredBy(article);
  const variant = (await coverVariants()).get(article.slug) ?? variantOf(covered);
  // At the head of its article nothing is beside it to be told from: its paper is plain, and the page lighter.
  return cover(covered, alone ? { ...variant, pattern: PATTERNS.indexOf("plain") } : variant);
}
const coverVariants = oncePerBuild(assign);

/** The covers of series, in their order: like none of those beside them. A series has the topic of its first article. */
export function seriesCovers(all: readonly Series[]): ReadonlyMap<string, Drawing> {
  const covered = all.map(({ id, articles }): Covered => ({
    kind: "series",
    slug: id,
    topic: articles[0]?.topics[0]?.id ?? "",
  }));
  const papers = assignVariants(covered);
  return new Map(covered.map((of) => [of.slug, cover(of, papers.get(of.slug) ?? variantOf(of))]));
}

/** The cover of a page that has a topic and is no article: a topic's own, a term's. */
export function topicCover(slug: string, topic: string): Drawing {
  const covered: Covered = { kind: "article", slug, topic };
  return cover(covered, variantOf(covered));
}

async function assign(): Promise<ReadonlyMap<string, Variant>> {
  return assignVariants((await publishedArticles()).toReversed().map(coveredBy));
}

function coveredBy({ slug, topics }: Article): Covered {
  return { kind: "article", slug, topic: topics[0]?.id ?? "" };
}
