import { readdirSync, readFileSync, statSync } from "node:fs";
import { parse } from "yaml";
import type { LinkableTerm } from "./term-forms.ts";

/**
 * The terms of content/glossary with the forms that may be linked: `linkAs`, or the term itself. Read from the files, because
 * Markdown is rendered before collections can be asked. `content-schemas.ts` checks them.
 */
export function readGlossary(folder: URL): LinkableTerm[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readTerm(new URL(file, folder), file.replace(/\.yaml$/, "")));
}

/** Each article of a build asks for all of them; parsed again is only what changed. */
function readTerm(file: URL, id: string): LinkableTerm {
  const { mtimeMs } = statSync(file);
  const known = read.get(file.href);
  if (known?.mtimeMs === mtimeMs) return known.term;
  const term = { id, forms: formsOf(parse(readFileSync(file, "utf8"))) };
  read.set(file.href, { mtimeMs, term });
  return term;
}
const read = new Map<string, { readonly mtimeMs: number; readonly term: LinkableTerm }>();

function formsOf(entry: unknown): string[] {
  if (typeof entry !== "object" || entry === null) return [];
  // Its page isn't there yet.
  if ("draft" in entry && entry.draft === true) return [];
  if ("linkAs" in entry && Array.isArray(entry.linkAs)) {
    return entry.linkAs.filter((form) => typeof form === "string");
  }
  return "term" in entry && typeof entry.term === "string" ? [entry.term] : [];
}
