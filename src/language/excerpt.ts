/**
 * The beginning of a text in one line, at most `max` code points long, cut between words and ended with "…".
 * A first word longer than `max` is cut where it has to be.
 */
export function excerpt(text: string, max: number): string {
  const characters = Array.from(text.replace(/\s+/gu, " ").trim());
  if (characters.length <= max) return characters.join("");
  const head = characters.slice(0, Math.max(0, max - 1));
  const cutsWord = characters[head.length] !== " ";
  const space = cutsWord ? head.lastIndexOf(" ") : -1;
  const kept = space > 0 ? head.slice(0, space) : head;
  return `${kept.join("").replace(/[\s.,;:¡¿(«"'-]+$/u, "")}…`;
}
