import { getCollection } from "astro:content";
import type { OutlineNode } from "../maps/outline.ts";
import { isVisible } from "./visible.ts";

export interface MindMapSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly publishedAt: Date;
  /** What is read in the middle. */
  readonly center: string;
  readonly nodes: readonly OutlineNode[];
}

export async function mindMaps(): Promise<MindMapSummary[]> {
  const entries = await getCollection("mindMaps", ({ data }) => isVisible(data));
  return entries
    .map(({ id, data: { title, description, publishedAt, center, nodes } }) => ({
      id,
      title,
      description,
      url: `/mapas/${id}/`,
      publishedAt,
      center,
      nodes,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, "es"));
}
