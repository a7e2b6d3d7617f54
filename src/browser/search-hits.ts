import type { SearchAnswer, Hit } from "../search/engine.ts";
import { excerptOf, markMatches, type Segment } from "../search/highlight.ts";
import { element } from "./elements.ts";
import { KIND_NAMES } from "./search-kinds.ts";
import type { Texts } from "./search-index.ts";

/** A link to where the hit is: what it is, its title, the section and what it says there. */
export function hitLink(
  { page, number, section }: Hit,
  { isMatch }: SearchAnswer,
  texts: Texts | null,
): HTMLAnchorElement {
  const [id, heading] = page.sections[section] ?? [null, ""];
  const where =
    heading && id !== null ? `${KIND_NAMES[page.kind].one} · ${heading}` : KIND_NAMES[page.kind].one;
  const title = markMatches(page.title, isMatch);
  const [description = "", ...sections] = texts?.[number] ?? [];
  const lines = sections[section]?.split("\n") ?? [];
  // A section speaks for itself; the beginning of a page is best told by its description.
  const excerpt =
    section === 0 || lines.length === 0
      ? excerptOf([description, ...lines], isMatch, title)
      : excerptOf(lines, isMatch);
  return element(
    "a",
    { class: "search-hit", href: id === null ? page.url : `${page.url}#${id}` },
    element("span", { class: "search-kind" }, where),
    element("span", { class: "search-title" }, ...marked(title)),
    element("span", { class: "search-text" }, ...marked(excerpt)),
  );
}

function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, isMatch }) =>
    isMatch ? element("mark", { class: "search-mark" }, text) : text,
  );
}
