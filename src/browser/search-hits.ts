import type { SearchAnswer, Hit } from "../search/engine.ts";
import { excerptOf, markMatches, type Segment } from "../search/highlight.ts";
import type { Kind } from "../search/pages.ts";
import { element } from "./elements.ts";
import type { Texts } from "./search-index.ts";

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  article: "Artículo",
  question: "Pregunta frecuente",
  term: "Glosario",
  map: "Mapa",
  resource: "Plantilla",
};

/** A link to where the hit is: what it is, its title, the section and what it says there. */
export function hitLink(
  { page, number, section }: Hit,
  { isMatch }: SearchAnswer,
  texts: Texts | null,
): HTMLAnchorElement {
  const [id, heading] = page.sections[section] ?? [null, ""];
  const where = heading && id !== null ? `${KIND_NAMES[page.kind]} · ${heading}` : KIND_NAMES[page.kind];
  const title = markMatches(page.title, isMatch);
  const lines = texts?.[number]?.[section]?.split("\n") ?? [];
  // A section speaks for itself; the beginning of a page is best told by its description.
  const excerpt =
    section === 0 || lines.length === 0
      ? excerptOf([page.description, ...lines], isMatch, title)
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
