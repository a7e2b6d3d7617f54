/**
 * Providers of mailboxes that people of Spain have, with the endings that each really has, the most usual first. `name` and `ending`
 * make a domain. Names that are everyday words, or shorter than five letters, are left out: too many others' domains are one letter
 * away from them.
 */
const INTERNATIONAL = [
  "com",
  "es",
  "fr",
  "it",
  "de",
  "be",
  "pt",
  "nl",
  "cl",
  "co.uk",
  "com.ar",
  "com.mx",
  "com.br",
];
const PROVIDERS: Readonly<Record<string, readonly string[]>> = {
  gmail: ["com"],
  googlemail: ["com"],
  hotmail: INTERNATIONAL,
  outlook: INTERNATIONAL,
  yahoo: INTERNATIONAL,
  icloud: ["com"],
  telefonica: ["net"],
  movistar: ["es"],
  protonmail: ["com", "ch"],
};

/** Countries' endings that are one letter away from `es`: a domain under them is somebody's. */
const COUNTRIES_NEAR_ES: ReadonlySet<string> = new Set(
  "as bs cs ds ec ee eg eh er et eu gs is ls ms ps rs se us ws".split(" "),
);

/**
 * The address that was probably meant, where the domain of a valid one is a mailbox provider's but for one edit; null: nothing to ask.
 * An edit is a letter too many, too few or another, or two that changed places, in the name or in the ending, never in both; and the name's
 * first letter stands, since people seldom miss it and `mail.com`, `ymail.com`, `email.com` and `cloud.com` are others' domains. Where
 * a provider has no `es`, that is a wrong ending too. It only ever asks: whoever says that the address is right is believed.
 */
export function meantEmail(email: string): string | null {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  const dot = domain.indexOf(".");
  if (at < 1 || dot < 1) return null;
  const meant = meantDomain(domain.slice(0, dot), domain.slice(dot + 1));
  return meant === null ? null : `${email.slice(0, at)}@${meant}`;
}

function meantDomain(name: string, ending: string): string | null {
  const endings = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
  if (endings) {
    const meant = endings.includes(ending) ? undefined : endings.find((real) => isMistyped(ending, real));
    if (meant !== undefined) return `${name}.${meant}`;
    return ending === "es" && !endings.includes("es") && endings[0] === "com" ? `${name}.com` : null;
  }
  const provider = Object.keys(PROVIDERS).find((known) => isOneEdit(name, known) && name[0] === known[0]);
  return provider !== undefined && PROVIDERS[provider]?.includes(ending) ? `${provider}.${ending}` : null;
}

/** Only `com`, `net` and `es` are looked at: the rest are countries, and between those one letter makes another country. */
function isMistyped(ending: string, real: string): boolean {
  if (real !== "com" && real !== "net" && real !== "es") return false;
  return isOneEdit(ending, real) && !COUNTRIES_NEAR_ES.has(ending);
}

/** One letter too many, too few or another, or two neighbours that changed places. */
function isOneEdit(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let from = 0;
  while (from < typed.length && typed[from] === meant[from]) from += 1;
  const [rest, wanted] = [typed.slice(from), meant.slice(from)];
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
