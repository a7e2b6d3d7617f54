import { bareAddressLength, safeHref } from "./web-address.ts";

/** A run of `*` or `_`: what `markdown-emphasis.ts` turns into tags, and what stays of it as text. */
export interface Run {
  readonly type: "run";
  readonly character: "*" | "_";
  /** Characters still unused: they are shown as they are. */
  left: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly closes: ("em" | "strong")[];
  readonly opens: ("em" | "strong")[];
}

export type Token =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "break" }
  | { readonly type: "link"; readonly text: string; readonly href: string }
  | { readonly type: "linkStart"; readonly href: string }
  | { readonly type: "linkEnd"; readonly href: string }
  | Run;

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const SPECIAL = /[\\`*_[\]<\nhH]/g;
const DESTINATION = /\((?:<([^<>\s]{1,1000})>|((?:[^\s()<>]|\([^\s()<>]{0,300}\)){1,1000}))\)/y;

/** Cuts a paragraph into tokens in one pass; what means nothing where it stands is text. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const openBrackets: number[] = [];
  const codeEnds = closingBackticks(source);
  let text = "";
  let at = 0;

  const push = (token: Token, next: number): void => {
    if (text !== "") tokens.push({ type: "text", text });
    text = "";
    tokens.push(token);
    at = next;
  };

  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(source);
    const next = found?.index ?? source.length;
    text += source.slice(at, next);
    at = next;
    const character = source.charAt(at);
    if (character === "\\" && ESCAPABLE.test(source.charAt(at + 1))) {
      text += source.charAt(at + 1);
      at += 2;
    } else if (character === "\n") {
      push({ type: "break" }, at + 1);
    } else if (character === "`") {
      const length = runLength(source, at);
      const end = codeEnds(at, length);
      if (end === -1) {
        text += source.slice(at, at + length);
        at += length;
      } else push({ type: "code", text: codeText(source.slice(at + length, end)) }, end + length);
    } else if (character === "*" || character === "_") {
      const length = runLength(source, at);
      push(runOf(source, at, length, character), at + length);
    } else if (character === "[") {
      push({ type: "text", text: "[" }, at + 1);
      openBrackets.push(tokens.length - 1);
    } else if (character === "]") {
      const opener = openBrackets.pop();
      const link = opener === undefined ? null : destinationAt(source, at + 1);
      if (link && opener !== undefined) {
        push({ type: "linkEnd", href: link.href }, at + 1 + link.length);
        makeLink(tokens, opener, link.href);
        openBrackets.length = 0; // No link inside a link: what was opened before stays text.
      } else {
        text += "]";
        at += 1;
      }
    } else {
      const address = addressAt(source, at);
      if (address) push({ type: "link", text: address.text, href: address.href }, at + address.length);
      else {
        text += character;
        at += 1;
      }
    }
  }
  if (text !== "") tokens.push({ type: "text", text });
  return tokens;
}

/** The brackets become the link; bare addresses between them become text. */
function makeLink(tokens: Token[], opener: number, href: string): void {
  tokens[opener] = { type: "linkStart", href };
  for (let at = opener + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.type === "link") tokens[at] = { type: "text", text: token.text };
  }
}

function runLength(source: string, from: number): number {
  let end = from + 1;
  while (source.charAt(end) === source.charAt(from)) end += 1;
  return end - from;
}

/** Finds, for a run of backticks, the next run of the same length. Runs are listed once, so looking is never quadratic. */
function closingBackticks(source: string): (from: number, length: number) => number {
  const runs = new Map<number, number[]>();
  for (const match of source.matchAll(/`+/g)) {
    const places = runs.get(match[0].length) ?? [];
    places.push(match.index);
    runs.set(match[0].length, places);
  }
  for (const places of runs.values()) places.reverse();
  return (from, length) => {
    const places = runs.get(length) ?? [];
    while ((places.at(-1) ?? Infinity) <= from) places.pop();
    return places.at(-1) ?? -1;
  };
}

function codeText(text: string): string {
  const line = text.replaceAll("\n", " ");
  const padded = line.startsWith(" ") && line.endsWith(" ") && line.trim() !== "";
  return padded ? line.slice(1, -1) : line;
}

/** CommonMark's flanking rules (spec 0.31, section 6.2). */
function runOf(source: string, at: number, length: number, character: "*" | "_"): Run {
  const before = /.$/su.exec(source.slice(Math.max(0, at - 2), at))?.[0] ?? " ";
  const after = /^./su.exec(source.slice(at + length, at + length + 2))?.[0] ?? " ";
  const leftFlanking = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
  const rightFlanking = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
  const star = character === "*";
  return {
    type: "run",
    character,
    left: length,
    length,
    canOpen: leftFlanking && (star || !rightFlanking || isMark(before)),
    canClose: rightFlanking && (star || !leftFlanking || isMark(after)),
    closes: [],
    opens: [],
  };
}

function isSpace(character: string): boolean {
  return /\s/u.test(character);
}

function isMark(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function destinationAt(source: string, at: number): { href: string; length: number } | null {
  DESTINATION.lastIndex = at;
  const match = DESTINATION.exec(source);
  const href = match && safeHref(match[1] ?? match[2] ?? "");
  return match && href ? { href, length: match[0].length } : null;
}

function addressAt(source: string, at: number): { text: string; href: string; length: number } | null {
  const angle = source.charAt(at) === "<";
  if (!angle && at > 0 && /[\p{L}\p{N}]/u.test(source.charAt(at - 1))) return null;
  const start = angle ? at + 1 : at;
  const length = bareAddressLength(source, start);
  if (length === 0 || (angle && source.charAt(start + length) !== ">")) return null;
  const text = source.slice(start, start + length);
  const href = safeHref(text);
  return href ? { text, href, length: angle ? length + 2 : length } : null;
}
