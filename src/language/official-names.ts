import { SITE } from "../site.ts";
import { confusableKey } from "./confusables.ts";

/** Whoever readers would take for somebody that decides here, wherever in a name it stands, run together or letter by letter. */
const OFFICES_ANYWHERE = [
  "moderació", // Catalan too, as the next but two
  "moderador",
  "moderator",
  "administració",
  "administrador",
  "administrator",
  "webmaster",
  "postmaster",
  "no reply",
  "no responder",
  "soporte técnico",
  "servicio técnico",
  "atención al cliente",
  "atención al usuario",
  "atención a clientes",
  "atención a usuarios",
  "centro de ayuda",
  "equipo de ayuda",
  "equipo de seguridad",
  "equipo técnico",
  "equipo de la web",
  "cuenta oficial",
  "perfil oficial",
  "página oficial",
  "web oficial",
].map(confusableKey);

/** The same as words of their own: others begin or end like them. */
const OFFICES_AS_WORDS = new Set(
  ["admin", "admins", "soporte", "suport", "suporte", "support", "staff", "sysadmin"].map(confusableKey),
);

/** The same as whole names. */
const OFFICES_AS_NAMES = new Set(
  ["equipo", "el equipo", "la web", "oficial", "mod", "redacción", "la redacción", "sistema"].map(
    confusableKey,
  ),
);

/** What is put beside an author's name to seem to be them. */
const CLAIMS = new Set(
  ["oficial", "official", "autor", "autora", "verificado", "verificada"].map(confusableKey),
);

/**
 * Whether a name says that the site itself speaks, who moderates it, or one of its authors: however it is written, with letters of
 * other alphabets too.
 */
export function isOfficialName(name: string, authors: readonly string[]): boolean {
  const words = wordsOf(name);
  const key = confusableKey(name);
  const withoutClaims = words.filter((word) => !CLAIMS.has(word)).join("");
  return (
    key.includes(confusableKey(SITE.name)) ||
    OFFICES_ANYWHERE.some((office) => key.includes(office)) ||
    [key, ...words, ...piecesOf(name)].some((word) => OFFICES_AS_WORDS.has(word)) ||
    [key, words.join("")].some((whole) => OFFICES_AS_NAMES.has(whole)) ||
    authors.map(confusableKey).some((author) => author === key || author === withoutClaims)
  );
}

/** Letters that stand one by one between blanks, as in "A d m i n". */
const SPACED_LETTERS = /(?<!\S)\S(?:\s+\S)+(?!\S)/gu;
/** Signs and figures around a word: "|Admin|", "Admin24". */
const AROUND = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** The keys of what stands between blanks, without what is hung around it. */
function wordsOf(name: string): string[] {
  return name
    .replace(SPACED_LETTERS, (letters) => letters.replace(/\s+/gu, ""))
    .split(/\s+/u)
    .map((word) => confusableKey(/\p{L}/u.test(word) ? word.replace(AROUND, "") : word));
}

/** The keys of the parts that words are made of: between signs ("@dmin" has none), and from a capital on ("AdminAna"). */
function piecesOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .split(/[^\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}\p{S}@!]+/u)
    .map(confusableKey);
}
