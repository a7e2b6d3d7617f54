/**
 * What a page shows, for readers that have no style sheet: headings, paragraphs, lists, tables, links and pictures, and nothing
 * of how they are drawn. Takes well-formed HTML that this site rendered itself; it is no sanitizer for what somebody sent.
 */

/** Tags that stay, with the attributes that they keep. Every other tag is taken away and its content stays. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  abbr: ["title"],
  audio: ["src"],
  blockquote: ["cite"],
  br: [],
  caption: [],
  cite: [],
  code: [],
  dd: [],
  del: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  img: ["src", "alt", "width", "height"],
  kbd: [],
  li: [],
  mark: [],
  ol: ["start"],
  p: [],
  pre: [],
  q: [],
  s: [],
  strong: [],
  sub: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["colspan", "rowspan"],
  tfoot: [],
  th: ["colspan", "rowspan", "scope"],
  thead: [],
  time: ["datetime"],
  tr: [],
  ul: [],
};
/** A box beside the text has no name that feed readers keep; a quotation is drawn apart by all of them. */
const RENAMED: Readonly<Record<string, string>> = { aside: "blockquote", b: "strong", i: "em" };
/** The box of a task list, which feed readers take away. */
const TASK_BOX = /<input\b(?=[^>]*\stype="?checkbox\b)([^>]*)>/g;
/** Gone with all that they hold. */
const DROPPED = ["button", "form", "iframe", "noscript", "script", "style", "svg", "template"];
const DROPPED_ELEMENTS = new RegExp(`<(${DROPPED.join("|")})\\b[^>]*>[\\s\\S]*?</\\1>`, "g");

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'=<>/]+(?:="[^"]*"|='[^']*'|=[^\s"'>]+)?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s"'=<>/]+)(?:="([^"]*)"|='([^']*)'|=([^\s"'>]+))?/g;

const LEADING_SOMEWHERE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** `base`: absolute address of the page that the HTML stood on; its links are written out in full. */
export function plainHtml(html: string, base: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, "")
    .replace(DROPPED_ELEMENTS, "")
    .replace(TASK_BOX, (_, attributes: string) => (/\schecked\b/.test(attributes) ? "☑" : "☐"))
    .replace(TAG, (_, closes: string, found: string, attributes: string) => {
      const name = RENAMED[found] ?? found;
      const kept = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined;
      if (kept === undefined) return "";
      return closes ? `</${name}>` : `<${name}${keptAttributes(attributes, kept, base)}>`;
    })
    .replace(/<(p|li|blockquote|figure)>\s*<\/\1>/g, "")
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith("<pre>") ? part : part.replace(/\s*\n\s*\n\s*/g, "\n")))
    .join("")
    .trim();
}

function keptAttributes(attributes: string, names: readonly string[], base: string): string {
  let written = "";
  for (const [, name = "", quoted, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    if (!names.includes(name)) continue;
    const value = quoted ?? single ?? bare ?? "";
    const kept = isAddress(name) ? absolute(value, base) : value.replaceAll('"', "&quot;");
    if (kept !== null) written += ` ${name}="${kept}"`;
  }
  return written;
}

function isAddress(attribute: string): boolean {
  return attribute === "href" || attribute === "src" || attribute === "cite";
}

/** Null for what leads nowhere, or runs instead of leading somewhere. */
function absolute(address: string, base: string): string | null {
  const url = URL.parse(address.replaceAll("&amp;", "&"), base);
  if (url === null || !LEADING_SOMEWHERE.has(url.protocol)) return null;
  return url.href.replaceAll("&", "&amp;").replaceAll('"', "%22");
}
