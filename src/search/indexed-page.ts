import { plainIdOf } from "./sections.ts";
import type { Kind } from "./pages.ts";

/** What is shown of a page before its texts are there. */
export interface IndexedPage {
  readonly kind: Kind;
  readonly url: string;
  readonly title: string;
  readonly names: readonly string[];
}

/** Its other names, a line each. Its address is left out where its title and the page before tell it; its kind, where it is that of the page before. */
export type PackedPage = readonly [title: string, names?: string, url?: string, kind?: Kind];

export function packPages(pages: readonly IndexedPage[]): PackedPage[] {
  return pages.map(({ kind, url, title, names }, at) => {
    const before = pages[at - 1];
    const isSameKind = kind === before?.kind;
    const isPlain = isSameKind && url === plainAddress(title, before);
    const all = [title, names.join("\n"), isPlain ? "" : url, isSameKind ? "" : kind];
    return all.slice(0, 1 + all.findLastIndex((one) => one !== "")) as unknown as PackedPage;
  });
}

export function unpackPages(packed: readonly PackedPage[]): IndexedPage[] {
  const pages: IndexedPage[] = [];
  for (const [title, names, url, kind] of packed) {
    const before = pages.at(-1);
    pages.push({
      kind: kind || before?.kind || "page",
      url: url || plainAddress(title, before),
      title,
      names: names ? names.split("\n") : [],
    });
  }
  return pages;
}

function plainAddress(title: string, before: IndexedPage | undefined): string {
  return `${before?.url.replace(/[^/]*\/$/, "") ?? ""}${plainIdOf(title)}/`;
}
