/** Letters of a word that count: Spanish inflects at the end. */
const STEM_LETTERS = 5;
/** Words that say nothing of what a text is about; dropped before pairs are made. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  "a al de del el en la las lo los o u y e un una unos unas con por para que se su sus es me mi".split(" "),
);
/** What the name of a site ends in, as alternatives of a pattern. */
export const SITE_ENDINGS =
  "com|es|net|org|info|biz|ru|cn|xyz|top|club|online|site|shop|link|click|io|co|ly|gl|gd|cc|cat|eus|gal|example|test";
const TOKEN = new RegExp(
  String.raw`https?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]{1,63}\.\w+|[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:${SITE_ENDINGS})\b(?:\/\S*)?|[a-z][a-z0-9]*|\d[\d.,]*|€|%|@`,
  "g",
);
const SITE = new RegExp(String.raw`^(?:https?:|www\.)|^[a-z0-9][a-z0-9.-]*\.(?:${SITE_ENDINGS})(?:\/|$)`);

/** What a text is made of, once each: the stems of its words and of their pairs, with the words as they stood. Takes a folded text. */
export function stemsOf(folded: string): ReadonlyMap<string, string> {
  const words = (folded.match(TOKEN) ?? []).filter((word) => !EMPTY_WORDS.has(word));
  const stems = words.map(stemOf);
  const pairs = stems
    .slice(1)
    .map((stem, at) => [`${stems[at] ?? ""}_${stem}`, `${words[at] ?? ""} ${words[at + 1] ?? ""}`] as const);
  return new Map([...stems.map((stem, at) => [stem, words[at] ?? ""] as const), ...pairs]);
}

function stemOf(token: string): string {
  if (token.length > 1 && token.includes("@") && !token.includes("/")) return "<m>";
  if (SITE.test(token)) return "<l>";
  if (/^\d/.test(token)) return token.replace(/\D/g, "").length > 2 ? "<9>" : "<1>";
  if (token === "euros" || token === "euro" || token === "eur") return "€";
  return token.slice(0, STEM_LETTERS);
}
