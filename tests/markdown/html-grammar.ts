const TAG = /<(\/?)([a-z]+)([^<>]*)>/y;
const TEXT = /(?:[^<>&"']|&(?:amp|lt|gt|quot|#39);)+/y;
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  a: /^ href="https?:\/\/(?:[^"<>&\s]|&(?:amp|#39);)+" rel="ugc nofollow noopener"$/,
  ol: /^(?: start="\d{1,3}")?$/,
};
const TAGS = ["p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"];

/** What is wrong with the HTML of a comment: a tag or attribute outside the list, bad nesting, or text that isn't escaped. */
export function problemsOf(html: string): string[] {
  const open: string[] = [];
  for (let at = 0; at < html.length;) {
    TAG.lastIndex = TEXT.lastIndex = at;
    const tag = TAG.exec(html);
    const text = tag ? null : TEXT.exec(html);
    if (!tag && !text) return [`unescaped at ${String(at)}: ${html.slice(at, at + 40)}`];
    at += (tag ?? text)?.[0].length ?? 0;
    if (!tag) continue;
    const [, slash, name = "", attributes = ""] = tag;
    if (!TAGS.includes(name)) return [`tag not allowed: ${tag[0]}`];
    if (slash === "/") {
      if (open.pop() !== name) return [`wrong nesting at ${tag[0]}`];
    } else {
      if (!(ATTRIBUTES[name] ?? /^$/).test(attributes)) return [`attributes not allowed: ${tag[0]}`];
      if (name === "a" && open.includes("a")) return ["a link in a link"];
      if (name !== "br") open.push(name);
    }
  }
  return open.length === 0 ? [] : [`left open: ${open.join(" ")}`];
}
