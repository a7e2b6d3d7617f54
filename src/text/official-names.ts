import { SITE } from "../site.ts";
import { confusableKey } from "./confusables.ts";

const SITE_KEY = confusableKey(SITE.name);
/** Who readers would take for somebody that decides here. */
const OFFICES = new Set(
  [
    "Moderación",
    "Moderador",
    "Moderadora",
    "Administración",
    "Administrador",
    "Administradora",
    "Admin",
    "Soporte",
  ].map(confusableKey),
);

/**
 * Whether a name says that the site itself speaks, who moderates it, or one of its authors: however it is written, with letters of
 * other alphabets too.
 */
export function isOfficialName(name: string, authors: readonly string[]): boolean {
  const key = confusableKey(name);
  return (
    key.includes(SITE_KEY) || OFFICES.has(key) || authors.some((author) => confusableKey(author) === key)
  );
}
