import { foldText } from "../domain/kernel/fold.ts";
import type { FindableSection } from "./pages.ts";

/** A section in the index: its heading and its address on the page, which most headings tell. Null: it has none. */
export type IndexedSection = readonly [heading: string, id?: string | null];

export function packSection({ id, heading }: Pick<FindableSection, "id" | "heading">): IndexedSection {
  return (id ?? "") === plainIdOf(heading) ? [heading] : [heading, id];
}

/** Its address on the page; empty: it has none. */
export function sectionIdOf([heading, id = plainIdOf(heading)]: IndexedSection): string {
  return id ?? "";
}

/** What the address of something with this name mostly is. */
export function plainIdOf(heading: string): string {
  return foldText(heading)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[\d-]+|-$/g, "");
}
