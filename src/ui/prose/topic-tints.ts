import { CATEGORIES, type Category } from "../../domain/records/category.ts";
import { topics } from "../../queries/topics.ts";

/** The paper of each topic, by its place in the list: neighbours in the list of categories are never of one family of papers. */
export async function topicTints(): Promise<ReadonlyMap<string, Category | undefined>> {
  return new Map((await topics()).map(({ id }, index) => [id, CATEGORIES[index % CATEGORIES.length]]));
}
