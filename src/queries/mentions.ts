import { getServices } from "../services.ts";
import { publicMention, type PublicMention } from "../views/public-mention.ts";

/** What other sites say of an article; none while the store does not answer, which the thread beside them says. */
export async function mentionsOf(article: string): Promise<readonly PublicMention[]> {
  try {
    const { store } = await getServices();
    return (await store.mentionsOf(article)).map(publicMention);
  } catch {
    return [];
  }
}

/** The same as they are baked into a static page: none outside of a build. */
export async function bakedMentions(article: string): Promise<readonly PublicMention[]> {
  return import.meta.env.PROD ? mentionsOf(article) : [];
}
