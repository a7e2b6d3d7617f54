import { LAYOUTS } from "./cover-layouts.ts";
import type { Covered, Variant } from "./cover.ts";
import { PATTERNS } from "./patterns.ts";
import type { Family } from "./tints.ts";

/** How many covers back one may not be like: in a list of three columns, those beside, above and across. */
const REACH = 2;

/** Papers that go together: what lies behind, and the stub on it. */
const PAIRS: readonly (readonly [ground: Family, stub: Family])[] = [
  ["pine", "mustard"],
  ["sky", "brick"],
  ["mustard", "lilac"],
  ["lilac", "mustard"],
  ["brick", "sky"],
  ["sky", "mustard"],
  ["pine", "brick"],
  ["mustard", "sky"],
  ["lilac", "pine"],
  ["brick", "mustard"],
];

/** A cover's own variant, which it has where it stands alone. */
export function variantOf(of: Covered): Variant {
  const seed = hash(`${of.kind}/${of.slug}`);
  return variantAt(of, seed, 0);
}

/**
 * A variant for each of a list, so that none has the layout, the paper or the pattern of the two before it. Each starts from its own and
 * steps on where it must: give the list in the order of publishing, and a later one never changes an earlier one's.
 */
export function assignVariants(list: readonly Covered[]): ReadonlyMap<string, Variant> {
  const before: { readonly of: Covered; readonly variant: Variant }[] = [];
  for (const of of list) {
    const near = before.slice(-REACH);
    const seed = hash(`${of.kind}/${of.slug}`);
    const steps = Array.from({ length: PAIRS.length * PATTERNS.length }, (_, step) =>
      variantAt(of, seed, step),
    );
    const best = steps.reduce((one, other) => (alike(other, of, near) < alike(one, of, near) ? other : one));
    before.push({ of, variant: best });
  }
  return new Map(before.map(({ of, variant }) => [of.slug, variant]));
}

/** How much a variant is like those near it: a paper that comes back is seen first, then a layout, then a pattern. */
function alike(
  variant: Variant,
  of: Covered,
  near: readonly { readonly of: Covered; readonly variant: Variant }[],
): number {
  return near.reduce((sum, { of: other, variant: its }, index) => {
    const beside = index === near.length - 1 ? 2 : 1;
    const paper = its.ground === variant.ground ? 8 : 0;
    const layout = other.kind === of.kind && its.layout === variant.layout ? 4 : 0;
    const pattern = its.pattern === variant.pattern ? 2 : 0;
    return sum + beside * (paper + layout + pattern);
  }, 0);
}

function variantAt(of: Covered, seed: number, step: number): Variant {
  const layouts = LAYOUTS[of.kind].length;
  const [ground, stub] = PAIRS[(seed + step) % PAIRS.length] ?? ["pine", "mustard"];
  return {
    layout: ((seed >>> 4) + step) % layouts,
    ground,
    stub,
    pattern: ((seed >>> 9) + Math.floor(step / layouts)) % PATTERNS.length,
    lean: (seed >>> 14) % 2 === 0 ? 1 : -1,
  };
}

/** FNV-1a: the same number for the same text, on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  // Its low digits are the last letters': mixed once more, each digit hears of all.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
