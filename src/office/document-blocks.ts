import createMarkdownIt, { type Token } from "markdown-it";

/** A piece of a line; `blank`: what whoever uses the template has to write, between brackets. */
export interface Stretch {
  readonly text: string;
  readonly strong: boolean;
  readonly blank: boolean;
}
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Stretch[] }
  | { readonly kind: "paragraph" | "quote" | "check"; readonly runs: readonly Stretch[] }
  /** `list`: which of the document's lists it belongs to, so that each one counts from 1. */
  | {
      readonly kind: "item";
      readonly ordered: boolean;
      readonly list: number;
      readonly depth: number;
      readonly runs: readonly Stretch[];
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Stretch[])[])[] }
  | { readonly kind: "rule" };

const BLANK = /(\[[^\]]+\])/;
const CHECK = /^\[ \] /;

/** A template that is a text, block by block. What its Markdown has that a block can't show stops the build. */
export function documentBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lists: { ordered: boolean; list: number }[] = [];
  let listCount = 0;
  let quoted = false;
  let heading = 0;
  let rows: Stretch[][][] | null = null;

  for (const token of createMarkdownIt({ html: false }).parse(markdown, {})) {
    switch (token.type) {
      case "heading_open":
        heading = Number(token.tag.slice(1));
        break;
      case "heading_close":
        heading = 0;
        break;
      case "blockquote_open":
      case "blockquote_close":
        quoted = token.type === "blockquote_open";
        break;
      case "bullet_list_open":
      case "ordered_list_open":
        lists.push({ ordered: token.type === "ordered_list_open", list: (listCount += 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "table_open":
        rows = [];
        break;
      case "tr_open":
        rows?.push([]);
        break;
      case "table_close":
        blocks.push({ kind: "table", rows: rows ?? [] });
        rows = null;
        break;
      case "hr":
        blocks.push({ kind: "rule" });
        break;
      case "inline": {
        const within = lists.at(-1);
        const written = runs(token);
        if (rows) rows.at(-1)?.push(written);
        else if (heading > 0) blocks.push({ kind: "heading", level: heading, runs: written });
        else if (within && CHECK.test(token.content))
          blocks.push({ kind: "check", runs: runs(token, CHECK) });
        else if (within) blocks.push({ kind: "item", ...within, depth: lists.length - 1, runs: written });
        else blocks.push({ kind: quoted ? "quote" : "paragraph", runs: written });
        break;
      }
      default:
        if (!KNOWN.has(token.type)) throw new Error(`A template can't have a ${token.type}.`);
    }
  }
  return blocks;
}

const KNOWN: ReadonlySet<string> = new Set(
  ["paragraph", "list_item", "thead", "tbody", "th", "td", "tr"].flatMap((of) => [
    `${of}_open`,
    `${of}_close`,
  ]),
);

function runs({ children }: Token, without?: RegExp): Stretch[] {
  let strong = false;
  const texts: { text: string; strong: boolean }[] = [];
  for (const child of children ?? []) {
    if (child.type === "strong_open" || child.type === "strong_close") strong = child.type === "strong_open";
    else if (child.type === "softbreak") texts.push({ text: " ", strong });
    else if (child.type === "text") texts.push({ text: child.content, strong });
    else throw new Error(`A template can't have a ${child.type}.`);
  }
  const [first] = texts;
  if (first && without) first.text = first.text.replace(without, "");
  return texts.flatMap(({ text, strong }) =>
    text
      .split(BLANK)
      .filter((piece) => piece !== "")
      .map((piece) => ({ text: piece, strong, blank: BLANK.test(piece) })),
  );
}
