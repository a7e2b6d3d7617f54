/**
 * A pattern, and pieces of text of which a match has at least one. A pattern takes a fifth of a millisecond to compile when it is first
 * tried, and most texts give no reason to.
 */
export type SpamRule = readonly [pattern: RegExp, ...oneOf: string[]];

/** How many of the rules match a text that is folded already. */
export function countMatches(rules: readonly SpamRule[], text: string): number {
  return rules.filter(
    ([pattern, ...oneOf]) => oneOf.some((piece) => text.includes(piece)) && pattern.test(text),
  ).length;
}

/**
 * What advertising sounds like in Spanish. Patterns are tried on text in lower case without accents (`foldForSpam`), so `ñ` is written `n` here.
 */

/** Weak alone: an honest favour may be about one of these. */
export const SPAM_WORDS: readonly SpamRule[] = [
  [/\bcasinos?\b/, "casino"],
  [/\bapuestas\b/, "apuestas"],
  [/\bbitcoins?\b|\bcriptomonedas?\b|\bcripto\b/, "bitcoin", "cripto"],
  [/\bforex\b|\btrading\b/, "forex", "trading"],
  [/\bbacklinks?\b/, "backlink"],
  [/\bporn[oa]?\b|\bescorts?\b/, "porn", "escort"],
  [/\bprestamos?\b|\bcreditos? (?:rapido|inmediato)s?\b/, "prestamo", "credito"],
  [/\bmultinivel\b|\bnetwork marketing\b/, "multinivel", "network marketing"],
  [/\binversion(?:es)?\b.{0,30}\bgarantizad[ao]s?\b/, "inversion"],
  [/\bingresos pasivos\b|\blibertad financiera\b/, "ingresos pasivos", "libertad financiera"],
  [/\bhaz clic(?:k)? (?:aqui|en el enlace)\b/, "haz clic"],
  [/\breplicas? (?:de )?(?:rolex|relojes|bolsos)\b/, "replica"],
];

/** Enough alone. */
export const STRONG_SPAM_WORDS: readonly SpamRule[] = [
  [/\b(?:compr|vend)\w+ (?:\w+ )?(?:seguidores|likes)\b/, "seguidores", "likes"],
  [/\bviagra\b|\bcialis\b|\blevitra\b/, "viagra", "cialis", "levitra"],
  [/\bdinero (?:facil|rapido)\b/, "dinero"],
  [
    /\brentabilidad (?:garantizada|asegurada)\b|\bduplica(?:r|mos)? tu (?:dinero|inversion)\b/,
    "rentabilidad",
    "duplica",
  ],
  [
    /\bgana(?:r|s)? (?:hasta )?\d[\d.]* ?(?:€|euros|eur)? (?:al dia|diarios|a la semana|semanales) desde casa\b/,
    "desde casa",
  ],
  [
    /\bprestamos? (?:rapidos? |urgentes? )?(?:entre particulares|sin (?:aval|papeles|asnef|nomina|preguntas))\b/,
    "prestamo",
  ],
  [
    /\b(?:carnet|carne|permiso) de conducir sin examen\b|\b(?:dni|pasaportes?|titulos?|nie) fals[oa]s?\b/,
    "sin examen",
    "fals",
  ],
];

/** Hosts that hide where a link goes. */
export const SHORTENERS =
  /\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rebrand\.ly|shorturl\.at|rb\.gy|acortar\.link|t\.ly|tiny\.cc|s\.id|bit\.do)\b/;
