const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const HIDDEN = /<!--[\s\S]*?-->|<(script|style|template|svg)\b[^>]*>[\s\S]*?<\/\1>/g;
/** Elements that run on with the words around them; all others stand apart. */
const INLINE = /^(a|abbr|b|bdi|cite|code|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u)$/;

/** The words of HTML that this site rendered, as one line. */
export function htmlText(html: string): string {
  return html
    .replace(HIDDEN, "")
    .replace(/<\/?([a-z][a-z0-9]*)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (_, name: string) =>
      INLINE.test(name.toLowerCase()) ? "" : " ",
    )
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (ENTITIES[name.toLowerCase()] ?? entity),
    )
    .replace(/\s+/g, " ")
    .trim();
}
