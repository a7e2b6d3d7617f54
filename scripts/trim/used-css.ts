import { parseCss, printCss, splitSelectors, type CssItem } from "./css-blocks.ts";

/** What a page is made of, as far as selectors ask. */
export interface PageParts {
  readonly hasClass: (name: string) => boolean;
  /** `within` are the classes of the same selector. */
  readonly hasTag: (name: string, within: readonly string[]) => boolean;
  /** Whether an element has this attribute of ours (`data-…`) with this value, or a script may give it one. */
  readonly hasData: (name: string, value: string) => boolean;
  /** Anything outside of the style sheet that may name a custom property. */
  readonly rest: string;
}

/** Holds rules of its own: what is left of them decides. */
const CONDITIONS = /^@(media|supports|container|layer|starting-style)\b/;

/**
 * The style sheet without the rules that no element of the page can match, and without the custom properties that nothing uses. Where in
 * doubt a rule stays: states (`:target`, `[open]`) and what stands in parentheses are never asked for.
 */
export function usedCss(css: string, page: PageParts): string {
  let items = withoutRepeats(parseCss(css).flatMap((item) => keptItem(item, page)));
  for (;;) {
    const text = printCss(items);
    const next = items.flatMap((item) => withoutUnusedProperties(item, text + page.rest));
    if (printCss(next) === text) return text;
    items = next;
  }
}

/**
 * A rule that stands there twice, word for word, is the later one alone: whatever the first one wins over, so does the second, and
 * what comes between them loses to it in any case. The build repeats what several chunks share.
 */
function withoutRepeats(items: readonly CssItem[]): CssItem[] {
  const texts = items.map((item) => printCss([item]));
  return items.filter((_, at) => texts.lastIndexOf(texts[at] ?? "") === at);
}

function keptItem(item: CssItem, page: PageParts): CssItem[] {
  if (item.type === "text") return [item];
  if (item.prelude.startsWith("@") && !CONDITIONS.test(item.prelude)) return [item];
  const items = item.items.flatMap((inner) => keptItem(inner, page));
  if (items.length === 0) return [];
  if (item.prelude.startsWith("@")) return [{ ...item, items }];
  const selectors = splitSelectors(item.prelude).filter((selector) => canMatch(selector, page));
  return selectors.length === 0 ? [] : [{ ...item, prelude: selectors.join(","), items }];
}

function canMatch(selector: string, page: PageParts): boolean {
  const { hasClass, hasTag, hasData } = page;
  const within = innerSelectors(selector);
  if (!within.every((inner) => splitSelectors(inner).some((each) => canMatch(each, page)))) return false;
  const outside = withoutParentheses(selector);
  for (const [, name = "", value = ""] of outside.matchAll(/\[(data-[\w-]+)="?([\w-]+)"?\]/g)) {
    if (!hasData(name, value)) return false;
  }
  const plain = outside.replace(/\[[^\]]*\]|::?[\w-]+/g, "");
  const classes = [...plain.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name);
  const tags = plain.replace(/[.#][\w-]+/g, "").match(/[a-z][\w-]*/gi) ?? [];
  return classes.every(hasClass) && tags.every((tag) => hasTag(tag, classes));
}

/** What `:has()` asks for, where the rule needs it: one inside of other parentheses may as well be excluded by them. */
function innerSelectors(selector: string): string[] {
  return Array.from(selector.matchAll(/:has\(([^()]*)\)/g))
    .filter(({ index }) => !selector.slice(0, index).includes("("))
    .map(([, inner = ""]) => inner);
}

function withoutParentheses(selector: string): string {
  const inner = /\([^()]*\)/g;
  let text = selector;
  while (inner.test(text)) text = text.replace(inner, "");
  return text;
}

function withoutUnusedProperties(item: CssItem, used: string): CssItem[] {
  if (item.type === "block") {
    const items = item.items.flatMap((inner) => withoutUnusedProperties(inner, used));
    return items.length === 0 ? [] : [{ ...item, items }];
  }
  const name = /^(--[\w-]+)\s*:/.exec(item.text)?.[1];
  return name === undefined || new RegExp(`var\\(\\s*${name}\\s*[,)]`).test(used) ? [item] : [];
}
