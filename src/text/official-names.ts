import { SITE } from "../site.ts";
import { confusableKey } from "./confusables.ts";

/** Whoever readers would take for somebody that decides here, wherever in a name it stands, run together or letter by letter. */
const OFFICES_ANYWHERE = [
  "moderación",
  "moderador",
  "administración",
  "administrador",
  "webmaster",
  "soporte técnico",
  "servicio técnico",
  "atención al cliente",
  "atención al usuario",
  "equipo de la web",
].map(confusableKey);

/** The same as words of their own: others begin or end like them. */
const OFFICES_AS_WORDS = new Set(
  ["moderadores", "moderadoras", "admin", "admins", "soporte", "staff", "sysadmin"].map(confusableKey),
);

/** The same as whole names. */
const OFFICES_AS_NAMES = new Set(["equipo", "el equipo", "la web", "oficial"].map(confusableKey));

/**
 * Whether a name says that the site itself speaks, who moderates it, or one of its authors: however it is written, with letters of
 * other alphabets too.
 */
export function isOfficialName(name: string, authors: readonly string[]): boolean {
  const key = confusableKey(name);
  const words = name.split(/[^\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}\p{S}]+/u).map(confusableKey);
  return (
    key.includes(confusableKey(SITE.name)) ||
    OFFICES_ANYWHERE.some((office) => key.includes(office)) ||
    words.some((word) => OFFICES_AS_WORDS.has(word)) ||
    OFFICES_AS_NAMES.has(key) ||
    OFFICES_AS_WORDS.has(key) ||
    authors.some((author) => confusableKey(author) === key)
  );
}
