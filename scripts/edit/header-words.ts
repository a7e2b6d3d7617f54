import type { z } from "astro/zod";
import { es } from "zod/locales";
import type { Collection } from "./content-entries.ts";

type Issue = z.core.$ZodIssue;

/** What one of each collection is called, after «no hay». */
export const NONE_OF: Readonly<Record<Collection, string>> = {
  articles: "ningún artículo",
  questions: "ninguna pregunta",
  mindMaps: "ningún mapa",
  resources: "ninguna plantilla",
  terms: "ningún término",
  pages: "ninguna página",
  authors: "ninguna firma",
  topics: "ningún tema",
  series: "ninguna serie",
};

const KINDS: Readonly<Record<string, string>> = {
  string: "un texto (entre comillas, si lleva cifras o dos puntos)",
  array: "una lista: cada cosa en su línea, con un guion delante, o [uno, dos]",
  boolean: "true o false, sin comillas",
  number: "un número",
  int: "un número entero",
  object: "un grupo de campos con sangría",
};

/** What is wrong with a field, in the words of whoever writes. `data`: the header that it was found in. */
export function issueProblem(issue: Issue, data: unknown): string {
  const value = valueAt(data, issue.path);
  if (value === undefined || value === null) return missing(issue.path);
  const { code } = issue;
  if (code === "invalid_type") return `tiene que ser ${KINDS[issue.expected] ?? issue.expected}.`;
  if (code === "invalid_value")
    return `«${asWritten(value)}» no vale: elige uno de estos: ${issue.values.map(String).join(", ")}.`;
  if (code === "too_small") return `${amount(value)} y hacen falta ${Number(issue.minimum)} como poco.`;
  if (code === "too_big") return `${amount(value)} y caben ${Number(issue.maximum)}.`;
  if (code === "invalid_format" && /^(?:starts|ends)_with$/.test(issue.format))
    return `«${asWritten(value)}» no lleva sus dos signos, ¿ y ?.`;
  if (code === "invalid_format" && issue.format === "url")
    return `«${asWritten(value)}» no es una dirección entera, con https://.`;
  return `${issue.message || "no vale así"}.`;
}

function asWritten(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Said by issues that have no words of their own. */
export const spanishIssues = es().localeError;

function missing(path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step === "string");
  return `falta «${names.at(-1) ?? ""}»${names.length > 1 ? ` en ${names.slice(0, -1).join(", ")}` : ""}.`;
}

function amount(value: unknown): string {
  if (Array.isArray(value)) return `tiene ${value.length}`;
  return `tiene ${asWritten(value).length} caracteres`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}

/** Whether it isn't there at all: then there is no field to name before it. */
export function isMissing({ path }: Issue, data: unknown): boolean {
  const value = valueAt(data, path);
  return value === undefined || value === null;
}
