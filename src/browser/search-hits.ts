import type { SearchAnswer, Hit } from "../search/engine.ts";
import { excerptOf, markMatches, type Segment } from "../search/highlight.ts";
import { element } from "./elements.ts";
import { KIND_NAMES } from "./search-kinds.ts";
import type { HitText } from "./search-parts.ts";

/**
 * A link to where the hit is: what it is, its title, why it was found, and what it says there. Until its text is there it leads to the
 * beginning of the page.
 */
export function hitLink(
  { page, section, why }: Hit,
  { isMatch }: SearchAnswer,
  text: HitText | undefined,
): HTMLAnchorElement {
  const title = markMatches(page.title, isMatch);
  const { description = "", way, heading, lines = [], id } = text ?? {};
  // A section speaks for itself; the beginning of a page is best told by its description.
  const excerpt =
    section === 0 || lines.length === 0
      ? excerptOf([description, ...lines], isMatch, title)
      : excerptOf(lines, isMatch);
  // The strongest reason only, and none that its title shows: it is marked there.
  const reason = why.name
    ? `También se llama «${why.name}»`
    : way
      ? `También se pregunta: «${way}»`
      : section > 0 && heading
        ? `En «${heading}»`
        : why.meant.length > 0
          ? `Por ${why.meant.map((word) => `«${word}»`).join(" y ")}`
          : "";
  return element(
    "a",
    { class: "search-hit", href: id ? `${page.url}#${id}` : page.url },
    element("span", { class: "search-kind" }, KIND_NAMES[page.kind].one),
    element("span", { class: "search-title" }, ...marked(title)),
    reason && element("span", { class: "search-why" }, ...marked(markMatches(reason, isMatch))),
    element("span", { class: "search-text" }, ...marked(excerpt)),
  );
}

function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, isMatch }) =>
    isMatch ? element("mark", { class: "search-mark" }, text) : text,
  );
}
