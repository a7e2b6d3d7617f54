import type { MapDocument } from "../../maps/map-document.ts";
import { mindMaps, type MindMapSummary } from "../../queries/mind-maps.ts";
import { SITE } from "../../site.ts";

export interface MapFileProps extends Record<string, unknown> {
  readonly map: MindMapSummary;
}

/** One file of each format for every map. */
export async function mapFilePaths() {
  return (await mindMaps()).map((map) => ({ params: { slug: map.id }, props: { map } }));
}

/** The map as its files tell it, with its page's address written out. */
export function mapDocument(map: MindMapSummary, site: URL | undefined): MapDocument {
  return { ...map, url: new URL(map.url, site ?? SITE.url).href };
}
