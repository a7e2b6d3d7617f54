import { getServices } from "../services.ts";

/**
 * Approved comments by article. Null when the store does not answer: no number is shown then, which is better than a wrong one. Pages
 * that are built carry the numbers of that moment.
 */
export async function commentCounts(slugs: readonly string[]): Promise<ReadonlyMap<string, number> | null> {
  try {
    const { store } = await getServices();
    const counts = await store.commentCounts(slugs);
    return new Map(slugs.map((slug, at) => [slug, counts[at] ?? 0]));
  } catch {
    return null;
  }
}
