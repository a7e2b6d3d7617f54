import { foldText } from "../../src/domain/kernel/fold.ts";

/** A list that is read at a glance. */
const FEW = 12;

/** What to write instead of a name that isn't there: the one that was meant, if one is near, and all of them where they are few. */
export function insteadOf(written: string, there: readonly string[]): string {
  const near = nearest(written, there);
  const meant = near === undefined ? "" : `¿Querías decir «${near}»? `;
  return there.length > 0 && there.length <= FEW
    ? `${meant}Los que hay son: ${[...there].sort().join(", ")}.`
    : `${meant}Escribe el nombre de uno que exista (sin .mdx ni .yaml) o créalo.`;
}

/** The one that differs least, without capitals and accents, if it differs in less than a third. */
export function nearest(written: string, there: readonly string[]): string | undefined {
  const folded = foldText(written);
  const [best] = there
    .map((one) => ({ one, steps: distance(folded, foldText(one)) }))
    .sort((a, b) => a.steps - b.steps || a.one.localeCompare(b.one));
  return best !== undefined && best.steps * 3 < Math.max(folded.length, 3) ? best.one : undefined;
}

/** How many letters have to be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
