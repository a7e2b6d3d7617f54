import { mapFile, mapPath } from "../urls.ts";
import { getCollection } from "astro:content";
import type { OutlineNode } from "../maps/outline.ts";
import { isVisible } from "./visible.ts";

export const MAP_FORMATS = ["svg", "md", "opml"] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

export interface MindMapSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly publishedAt: Date;
  /** The same map to take away, by format. */
  readonly files: Readonly<Record<MapFormat, string>>;
  /** What is read in the middle. */
  readonly center: string;
  readonly nodes: readonly OutlineNode[];
  /** Other ways of looking for it. */
  readonly alsoAsked: readonly string[];
}

export async function mindMaps(): Promise<MindMapSummary[]> {
  const entries = await getCollection("mindMaps", ({ data }) => isVisible(data));
  return entries
    .map(({ id, data: { title, description, publishedAt, center, nodes, alsoAsked } }) => ({
      id,
      title,
      description,
      url: mapPath(id),
      publishedAt,
      files: { svg: mapFile(id, "svg"), md: mapFile(id, "md"), opml: mapFile(id, "opml") },
      center,
      nodes,
      alsoAsked,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, "es"));
}

export async function mindMapById(id: string): Promise<MindMapSummary | undefined> {
  return (await mindMaps()).find((map) => map.id === id);
}
