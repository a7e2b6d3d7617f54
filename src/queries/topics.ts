import { topicPath } from "../urls.ts";
import { getCollection } from "astro:content";

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
}

/** Every topic, in the order in which editors list them. */
export async function topics(): Promise<Topic[]> {
  const entries = await getCollection("topics");
  return entries.map(({ data }) => ({ ...data, url: topicPath(data.id) }));
}

export async function topicsById(): Promise<ReadonlyMap<string, Topic>> {
  return new Map((await topics()).map((topic) => [topic.id, topic]));
}
