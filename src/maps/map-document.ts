import type { OutlineNode } from "./outline.ts";

/** A mind map as a file to take away: what every format of it says. */
export interface MapDocument {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the map's page. */
  readonly url: string;
  /** What is read in the middle. */
  readonly center: string;
  readonly nodes: readonly OutlineNode[];
}

/** What is said of a link that may lead nowhere, wherever the map is written out. */
export const ARCHIVED_WORDS = "puede no estar disponible";
