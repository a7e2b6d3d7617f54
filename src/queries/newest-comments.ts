import { publicComment } from "../views/public-comment.ts";
import type { PublicComment } from "../views/public-view.ts";
import { getServices } from "../services.ts";
import { publishedArticles, type Article } from "./articles.ts";
import { freshness, type Live } from "./live.ts";

export interface CommentOnArticle {
  readonly comment: PublicComment;
  readonly article: Article;
}

/** The newest approved comments under one article, or under all that are published (null), newest first. */
export async function newestComments(
  article: Article | null,
  limit: number,
): Promise<Live<readonly CommentOnArticle[]>> {
  const shown = article ? [article] : await publishedArticles();
  const articles = new Map(shown.map((one) => [one.slug, one]));
  try {
    const { store, now } = await getServices();
    const comments = await store.newestComments(article && article.slug, limit);
    return {
      status: "ok",
      value: comments.flatMap((comment) => {
        const under = articles.get(comment.article);
        return under ? [{ comment: publicComment(comment), article: under }] : [];
      }),
      // Every change under an article throws away what shows its thread.
      cacheHint: freshness(
        shown.map(({ slug }) => `thread:${slug}`),
        now(),
      ),
    };
  } catch {
    return { status: "down" };
  }
}
