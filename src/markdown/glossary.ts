import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { LinkableTerm } from "./term-forms.ts";

/**
 * The terms of content/glossary with the forms that may be linked: `linkAs`, or the term itself. Read from the files, because
 * Markdown is rendered before collections can be asked. `content.config.ts` checks them.
 */
export function readGlossary(folder: URL): LinkableTerm[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({
      id: file.replace(/\.yaml$/, ""),
      forms: formsOf(parse(readFileSync(new URL(file, folder), "utf8"))),
    }));
}

function formsOf(entry: unknown): string[] {
  if (typeof entry !== "object" || entry === null) return [];
  if ("linkAs" in entry && Array.isArray(entry.linkAs)) {
    return entry.linkAs.filter((form) => typeof form === "string");
  }
  return "term" in entry && typeof entry.term === "string" ? [entry.term] : [];
}
