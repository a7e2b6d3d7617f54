import type { MarkdownIt, StateInline } from "markdown-it";
import { bareAddressLength, safeHref } from "../language/web-address.ts";

const ANGLED = /<(https?:\/\/[^\s<>]+)>/iy;
const SCHEME_BEFORE = /(?:^|[^\p{L}\p{N}])(https?)$/iu;

/** The three ways to write a link, for http and https only: `[words](address)`, `<address>` and a bare address. */
export function addLinkRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.push("own_link", labelledLink);
  markdown.inline.ruler.push("own_autolink", angledLink);
  markdown.inline.ruler.push("own_bare_link", bareLink);
}

function labelledLink(state: StateInline, silent: boolean): boolean {
  // No link stands in the words of another.
  if (state.linkLevel > 0 || state.src[state.pos] !== "[") return false;
  const { helpers } = state.md;
  const start = state.pos + 1;
  const end = helpers.parseLinkLabel(state, state.pos, true);
  // Without words there would be nothing to press: it stays as it was typed.
  if (end < 0 || state.src.slice(start, end).trim() === "" || state.src[end + 1] !== "(") return false;
  const { ok, str, pos } = helpers.parseLinkDestination(state.src, end + 2, state.posMax);
  const href = ok && state.src[pos] === ")" ? safeHref(str) : null;
  if (href === null) return false;
  if (!silent) {
    const max = state.posMax;
    state.pos = start;
    state.posMax = end;
    state.push("link_open", "a", 1).attrSet("href", href);
    state.linkLevel += 1;
    state.md.inline.tokenize(state);
    state.linkLevel -= 1;
    state.push("link_close", "a", -1);
    state.posMax = max;
  }
  state.pos = pos + 1;
  return true;
}

function angledLink(state: StateInline, silent: boolean): boolean {
  ANGLED.lastIndex = state.pos;
  const match = state.linkLevel === 0 ? ANGLED.exec(state.src) : null;
  const href = match && safeHref(match[1] ?? "");
  if (!match || !href) return false;
  if (!silent) pushLink(state, href, match[1] ?? "");
  state.pos += match[0].length;
  return true;
}

/** Looked for at its colon: the parser takes letters as text without asking anybody. */
function bareLink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith("://", state.pos)) return false;
  const scheme = SCHEME_BEFORE.exec(state.src.slice(Math.max(0, state.pos - 6), state.pos))?.[1];
  if (scheme === undefined || !state.pending.endsWith(scheme)) return false;
  const start = state.pos - scheme.length;
  const address = state.src.slice(start, Math.min(state.posMax, start + bareAddressLength(state.src, start)));
  const href = safeHref(address);
  if (href === null) return false;
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length);
    pushLink(state, href, address);
  }
  state.pos = start + address.length;
  return true;
}

function pushLink(state: StateInline, href: string, words: string): void {
  const open = state.push("link_open", "a", 1);
  open.attrSet("href", href);
  // Its words are its address.
  open.info = "auto";
  state.push("text", "", 0).content = words;
  state.push("link_close", "a", -1);
}
