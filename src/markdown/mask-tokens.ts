import type { Token } from "markdown-it";
import { CONTACT_MASK, type ContactSpan, findContactData } from "../language/contact-data.ts";

/** Where the words of a token stand in the text that a reader sees. */
interface Piece {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/** Tokens whose `content` is shown. */
const WORDS = new Set(["text", "code_inline", "fence"]);

/**
 * Masks contact data in a parsed comment, in place. It is looked for in the text as a reader sees it, over the borders of emphasis,
 * code, links, lines, paragraphs and items: what is found gives way to one mask, whatever it was made of. A link that leads to some
 * loses its address.
 */
export function maskTokens(blocks: readonly Token[]): void {
  const { pieces, text } = joined(blocks);
  const spans = findContactData(text);
  let first = 0;
  // A mask that begins where no words can stand (the number of a list) goes to the next that can.
  let owed = false;
  for (const piece of pieces) {
    while ((spans[first]?.end ?? Infinity) <= piece.start) first += 1;
    const touching: ContactSpan[] = [];
    for (let at = first; (spans[at]?.start ?? Infinity) < piece.end; at += 1) {
      const span = spans[at];
      if (span) touching.push(span);
    }
    if (touching.length === 0) continue;
    if (WORDS.has(piece.token.type)) {
      piece.token.content = (owed ? CONTACT_MASK : "") + maskedPiece(text, piece, touching);
      owed = false;
      continue;
    }
    owed ||= touching.some(({ start }) => start >= piece.start);
    if (piece.token.type === "ordered_list_open") piece.token.attrs = null;
    else Object.assign(piece.token, { type: "text", content: "" });
  }
  for (const { children } of blocks) if (children) maskTargets(children);
}

function maskedPiece(text: string, piece: Piece, spans: readonly ContactSpan[]): string {
  let masked = "";
  let at = piece.start;
  for (const { start, end } of spans) {
    masked += text.slice(at, Math.max(at, start));
    if (start >= piece.start) masked += CONTACT_MASK;
    at = Math.min(end, piece.end);
  }
  return masked + text.slice(at, piece.end);
}

/** What a reader sees of a comment, the number that a list begins with included. */
function joined(blocks: readonly Token[]): { readonly pieces: readonly Piece[]; readonly text: string } {
  const pieces: Piece[] = [];
  let text = "";
  const add = (token: Token, words: string): void => {
    if (words === "") return;
    pieces.push({ token, start: text.length, end: text.length + words.length });
    text += words;
  };
  for (const block of blocks) {
    if (block.type === "ordered_list_open" && block.attrGet("start") !== null) {
      add(block, `${String(block.attrGet("start"))}.`);
    } else if (WORDS.has(block.type)) add(block, block.content);
    for (const token of block.children ?? []) {
      if (WORDS.has(token.type)) add(token, token.content);
      else if (token.type === "softbreak" || token.type === "hardbreak") add(token, "\n");
    }
    if (block.type === "inline" || block.type === "fence") text += "\n";
  }
  return { pieces, text };
}

/** Behind the words of a link that led to contact data stands a mask, unless they were masked themselves. */
function maskTargets(children: Token[]): void {
  let open: Token | null = null;
  let words = "";
  for (const token of children) {
    if (token.type === "link_open") {
      open = token;
      words = "";
    } else if (token.type !== "link_close") words += token.content;
    else if (open) {
      const isMasked = words.includes(CONTACT_MASK);
      const wasAddress = open.info === "auto" && isMasked;
      if (wasAddress || findContactData(hrefOf(open)).length > 0) {
        Object.assign(open, { type: "text", content: "" });
        Object.assign(token, { type: "text", content: isMasked ? "" : ` ${CONTACT_MASK}` });
      }
      open = null;
    }
  }
}

/** Where the link goes that this token opens. */
export function hrefOf(link: Token): string {
  return String(link.attrGet("href") ?? "");
}
