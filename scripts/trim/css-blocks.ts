/** A piece of a style sheet: a declaration or a statement as it stands, or a block with what it holds. */
export type CssItem =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "block"; readonly prelude: string; readonly items: readonly CssItem[] };

/** Cuts a style sheet that a minifier wrote into its blocks, nested ones included. */
export function parseCss(css: string): CssItem[] {
  let at = 0;

  function items(): CssItem[] {
    const found: CssItem[] = [];
    let start = at;
    const flush = (): void => {
      const text = css.slice(start, at).trim();
      if (text !== "") found.push({ type: "text", text });
    };
    while (at < css.length) {
      const sign = css.charAt(at);
      if (sign === '"' || sign === "'") at = endOfString(css, at);
      else if (sign === "(") at = endOfParentheses(css, at);
      else if (css.startsWith("/*", at)) at = css.indexOf("*/", at) + 2;
      else if (sign === ";") {
        flush();
        at += 1;
        start = at;
      } else if (sign === "{") {
        const prelude = css.slice(start, at).trim();
        at += 1;
        found.push({ type: "block", prelude, items: items() });
        start = at;
      } else if (sign === "}") {
        flush();
        at += 1;
        return found;
      } else at += 1;
    }
    flush();
    return found;
  }

  return items();
}

export function printCss(items: readonly CssItem[]): string {
  return items
    .map((item, index) => {
      if (item.type === "block") return `${item.prelude}{${printCss(item.items)}}`;
      const isLast = index === items.length - 1;
      return isLast && !item.text.startsWith("@") ? item.text : `${item.text};`;
    })
    .join("");
}

/** `a,b:is(c,d)` → `a`, `b:is(c,d)`. */
export function splitSelectors(prelude: string): string[] {
  const selectors: string[] = [];
  let start = 0;
  for (let at = 0; at < prelude.length; at += 1) {
    const sign = prelude.charAt(at);
    if (sign === "(") at = endOfParentheses(prelude, at) - 1;
    else if (sign === "[") at = prelude.indexOf("]", at);
    else if (sign === ",") {
      selectors.push(prelude.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...selectors, prelude.slice(start).trim()];
}

function endOfString(css: string, start: number): number {
  const quote = css.charAt(start);
  let at = start + 1;
  while (at < css.length && css.charAt(at) !== quote) at += css.charAt(at) === "\\" ? 2 : 1;
  return at + 1;
}

function endOfParentheses(css: string, start: number): number {
  let depth = 0;
  for (let at = start; at < css.length; at += 1) {
    const sign = css.charAt(at);
    if (sign === '"' || sign === "'") at = endOfString(css, at) - 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && (depth -= 1) === 0) return at + 1;
  }
  return css.length;
}
