import { ElementType, type parseDocument } from "htmlparser2";

export type HtmlNode = ReturnType<typeof parseDocument>["children"][number];
export type HtmlElement = Extract<HtmlNode, { readonly attribs: object }>;

/** What never is words. */
export const DROPPED =
  /^(?:script|style|form|input|button|select|textarea|noscript|svg|math|template|object|embed|link|meta|base)$/;

export function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

/** The rows of a table, whichever part of it they stand in. */
export function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.name === "tr" ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

/** Every word below, however deep; what never is words stays out. */
export function wordsOf(nodes: readonly HtmlNode[]): string {
  let found = "";
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node))
      found += "data" in node && node.type === ElementType.ElementType.Text ? node.data : "";
    else if (node.name === "br") found += "\n";
    else if (!DROPPED.test(node.name)) waiting.push(...[...node.children].reverse());
  }
  return found;
}
