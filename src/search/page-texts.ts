import type { Findable } from "./pages.ts";
import { runStarts } from "./runs.ts";
import { packSection, type IndexedSection } from "./sections.ts";

/** What is shown of a page that was found, and not needed to find it. */
export interface PageText {
  readonly description: string;
  /** Other ways of asking for it, as editors wrote them. */
  readonly ways: readonly string[];
  readonly sections: readonly SectionText[];
}

/** Its lines, and then what `packSection` says. */
export type SectionText = readonly [text: string, ...IndexedSection];

/** About how many letters a file of texts has: an article, or a few questions. */
const FILE_LETTERS = 7_000;

/** The texts of all pages as they are published: files, and the page that each begins with. */
export function cutTexts(pages: readonly Findable[]): { starts: number[]; files: PageText[][] } {
  const texts = pages.map(textOf);
  const starts = runStarts(
    texts.map((text) => JSON.stringify(text).length),
    FILE_LETTERS,
  );
  return { starts, files: starts.map((start, at) => texts.slice(start, starts[at + 1])) };
}

function textOf({ description, alsoAsked, sections }: Findable): PageText {
  return {
    description,
    ways: alsoAsked,
    sections: sections.map((section) => [section.text, ...packSection(section)] as const),
  };
}
