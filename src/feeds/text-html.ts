import { escapeHtml, joinHtml, markSafe, type SafeHtml } from "../markdown/safe-html.ts";

/** Plain text as paragraphs: an empty line begins a new one. */
export function paragraphs(text: string): SafeHtml {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== "");
  return joinHtml(
    blocks.map((block) => markSafe(`<p>${escapeHtml(block.trim()).replaceAll("\n", "<br>")}</p>`)),
  );
}

/** A list of what belongs together in pairs: «Dónde: Madrid». */
export function factList(facts: readonly (readonly [name: string, value: string])[]): SafeHtml {
  const items = facts.map(([name, value]) =>
    markSafe(`<li><strong>${escapeHtml(name)}:</strong> ${escapeHtml(value)}</li>`),
  );
  return markSafe(`<ul>${joinHtml(items)}</ul>`);
}
