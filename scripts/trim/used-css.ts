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

const DATA = /\[(data-[\w-]+)="?([\w-]+)"?\]/g;

/** Holds rules of its own: what is left of them decides. */
const CONDITIONS = /^@(media|supports|container|layer|starting-style)\b/;

/**
 * As `usedCss`, for many pages: those that answer alike whatever their style sheet may ask get the same one. Pages of one kind mostly do,
 * and taking a sheet apart takes a hundred times as long as asking.
 */
export function rememberingUsedCss(): (css: string, page: PageParts) => string {
  const questions = new Map<string, Questions>();
  const made = new Map<string, string>();
  return (css, page) => {
    const asked = questions.get(css) ?? questionsOf(css);
    questions.set(css, asked);
    const key = `${css}\n${answersOf(asked, page)}`;
    const known = made.get(key) ?? usedCss(css, page);
    made.set(key, known);
    return known;
  };
}

/** Everything that the rules of a style sheet may want to know of a page. */
interface Questions {
  /** Classes and elements, and other words that are neither: they cost nothing. */
  readonly names: readonly string[];
  readonly data: readonly (readonly [name: string, value: string])[];
  readonly properties: readonly string[];
}

function questionsOf(css: string): Questions {
  return {
    names: [...new Set(css.match(/[a-z][\w-]*/gi))],
    data: [...css.matchAll(DATA)].map(([, name = "", value = ""]) => [name, value] as const),
    properties: [...new Set(css.match(/--[\w-]+(?=\s*:)/g))],
  };
}

function answersOf(
  { names, data, properties }: Questions,
  { hasClass, hasTag, hasData, rest }: PageParts,
): string {
  const used = propertiesIn(rest);
  return [
    ...names.map(
      (name) => 4 * Number(hasClass(name)) + 2 * Number(hasTag(name, [])) + Number(hasTag(name, names)),
    ),
    ...data.map(([name, value]) => Number(hasData(name, value))),
    ...properties.map((name) => Number(used.has(name))),
  ].join("");
}

/** The custom properties that a text asks for. */
function propertiesIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/var\(\s*(--[\w-]+)\s*[,)]/g), ([, name = ""]) => name));
}

/**
 * The style sheet without the rules that no element of the page can match, and without the custom properties that nothing uses. Where in
 * doubt a rule stays: states (`:target`, `[open]`) and what stands in parentheses are never asked for.
 */
export function usedCss(css: string, page: PageParts): string {
  let items = withoutRepeats(parseCss(css).flatMap((item) => keptItem(item, page)));
  const outside = propertiesIn(page.rest);
  for (;;) {
    const text = printCss(items);
    const used = outside.union(propertiesIn(text));
    const next = items.flatMap((item) => withoutUnusedProperties(item, used));
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
  for (const [, name = "", value = ""] of outside.matchAll(DATA)) {
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

function withoutUnusedProperties(item: CssItem, used: ReadonlySet<string>): CssItem[] {
  if (item.type === "block") {
    const items = item.items.flatMap((inner) => withoutUnusedProperties(inner, used));
    return items.length === 0 ? [] : [{ ...item, items }];
  }
  const name = /^(--[\w-]+)\s*:/.exec(item.text)?.[1];
  return name === undefined || used.has(name) ? [item] : [];
}
