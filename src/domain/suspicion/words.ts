/**
 * What advertising sounds like in Spanish. Patterns are tried on text in lower case without accents (`foldForSpam`), so `ñ` is written `n` here.
 */

/** Weak alone: an honest favour may be about one of these. */
export const SPAM_WORDS: readonly RegExp[] = [
  /\bcasinos?\b/,
  /\bapuestas\b/,
  /\bbitcoins?\b|\bcriptomonedas?\b|\bcripto\b/,
  /\bforex\b|\btrading\b/,
  /\bbacklinks?\b/,
  /\bporn[oa]?\b|\bescorts?\b/,
  /\bprestamos?\b|\bcreditos? (?:rapido|inmediato)s?\b/,
  /\bmultinivel\b|\bnetwork marketing\b/,
  /\binversion(?:es)?\b.{0,30}\bgarantizad[ao]s?\b/,
  /\bingresos pasivos\b|\blibertad financiera\b/,
  /\bhaz clic(?:k)? (?:aqui|en el enlace)\b/,
  /\breplicas? (?:de )?(?:rolex|relojes|bolsos)\b/,
];

/** Enough alone. */
export const STRONG_SPAM_WORDS: readonly RegExp[] = [
  /\b(?:compr|vend)\w+ (?:\w+ )?(?:seguidores|likes)\b/,
  /\bviagra\b|\bcialis\b|\blevitra\b/,
  /\bdinero (?:facil|rapido)\b/,
  /\brentabilidad (?:garantizada|asegurada)\b|\bduplica(?:r|mos)? tu (?:dinero|inversion)\b/,
  /\bgana(?:r|s)? (?:hasta )?\d[\d.]* ?(?:€|euros|eur)? (?:al dia|diarios|a la semana|semanales) desde casa\b/,
  /\bprestamos? (?:rapidos? |urgentes? )?(?:entre particulares|sin (?:aval|papeles|asnef|nomina|preguntas))\b/,
  /\b(?:carnet|carne|permiso) de conducir sin examen\b|\b(?:dni|pasaportes?|titulos?|nie) fals[oa]s?\b/,
];

/** Hosts that hide where a link goes. */
export const SHORTENERS =
  /\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rebrand\.ly|shorturl\.at|rb\.gy|acortar\.link|t\.ly|tiny\.cc|s\.id|bit\.do)\b/;
