import { SITE } from "../site.ts";
import { confusableKey } from "./confusables.ts";

/** Who readers would take for somebody that decides here, as `confusableKey` writes it. */
const OFFICES = new Set([
  "moderacion",
  "moderador",
  "moderadora",
  "administracion",
  "administrador",
  "administradora",
  "admin",
  "soporte",
]);

/**
 * Whether a name says that the site itself speaks, who moderates it, or one of its authors: however it is written, with letters of
 * other alphabets too.
 */
export function isOfficialName(name: string, authors: readonly string[]): boolean {
  const key = confusableKey(name);
  return (
    key.includes(confusableKey(SITE.name)) ||
    OFFICES.has(key) ||
    authors.some((author) => confusableKey(author) === key)
  );
}
