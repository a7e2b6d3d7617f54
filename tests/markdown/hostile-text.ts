import fc from "fast-check";

const PIECES = [
  "*", "**", "_", "__", "`", "```", "~~~", "\n", "\n\n", "\r\n", "\t", "    ", "  ", "> ", "- ", "1. ", "[", "]", "(", ")", "](", "](https://a.es/)", "<", ">", "\\",
  "&", "&amp;", '"', "'", "http://", "https://a.es", "[<https://a.es/[", ">](https://b.es/)", "https://a.es/\"onclick=x", "javascript:", "<script>", "</p>", "<img src=x onerror=alert(1)>",
  "<!--", "]]>", "\u202e", "\u0000", "\ud800", "😀", "ñ", "hola", "mundo", "!", "#", "|", "@", "a@b.es", "data:text/html,", "\u2028",
]; // prettier-ignore

/** Text made of what Markdown, HTML and addresses are made of, mixed with anything else. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(""));
