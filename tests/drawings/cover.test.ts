import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cover, type Covered } from "../../src/drawings/cover.ts";
import { LAYOUTS, type CoverKind } from "../../src/drawings/cover-layouts.ts";
import { assignVariants, variantOf } from "../../src/drawings/cover-variants.ts";
import { PATTERNS } from "../../src/drawings/patterns.ts";

const KINDS: readonly CoverKind[] = ["article", "series", "resource"];
const coverList = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...KINDS), fc.stringMatching(/^[a-z-]{1,30}$/)), {
    maxLength: 30,
    selector: ([, slug]) => slug,
  })
  .map((list) => list.map(([kind, slug]): Covered => ({ kind, slug, topic: "crisis" })));

function variants(list: readonly Covered[]) {
  const assigned = assignVariants(list);
  return list.map((of) => assigned.get(of.slug) ?? variantOf(of));
}

describe("covers of a list", () => {
  test("no two neighbours have the same paper behind them, nor any two with one between", () => {
    fc.assert(
      fc.property(coverList, (list) => {
        const grounds = variants(list).map(({ ground }) => ground);
        grounds.forEach((ground, index) =>
          expect(grounds.slice(Math.max(0, index - 2), index)).not.toContain(ground),
        );
      }),
    );
  });

  test("no two neighbours of one kind have the same layout, nor any two the same pattern", () => {
    fc.assert(
      fc.property(coverList, (list) => {
        const all = variants(list);
        all.slice(1).forEach((variant, index) => {
          const before = all[index];
          expect(variant.pattern).not.toBe(before?.pattern);
          if (list[index]?.kind === list[index + 1]?.kind) expect(variant.layout).not.toBe(before?.layout);
        });
      }),
    );
  });

  test("one that is published later changes none of those before", () => {
    fc.assert(
      fc.property(coverList, (list) => {
        expect(variants(list).slice(0, Math.max(0, list.length - 1))).toEqual(variants(list.slice(0, -1)));
      }),
    );
  });

  test("the slug decides where a cover stands alone", () => {
    const of: Covered = { kind: "article", slug: "verifica-antes-de-publicar", topic: "etica" };
    expect(variantOf(of)).toEqual(variantOf({ ...of }));
    expect(assignVariants([of]).get(of.slug)).toEqual(variantOf(of));
  });
});

const every = KINDS.flatMap((kind) =>
  LAYOUTS[kind].flatMap((_, layout) =>
    PATTERNS.map(
      (name, pattern) => ({ kind, layout, pattern, name, ground: "sky", stub: "brick", lean: 1 }) as const,
    ),
  ),
);

describe("a cover", () => {
  test.each(every)(
    "$kind, layout $layout on $name is whole and light",
    ({ kind, layout, pattern, ground, stub, lean }) => {
      const svg = cover({ kind, slug: "x", topic: "crisis" }, { layout, pattern, ground, stub, lean });
      expect(svg).toMatch(/^<svg data-tint="sky" [^>]*viewBox="0 0 400 250" aria-hidden="true">.*<\/svg>$/s);
      expect(svg).not.toMatch(/NaN|undefined|style=| id=/);
      expect(svg.length).toBeLessThan(7000);
    },
  );

  test("says its title only where it has one", () => {
    const of: Covered = { kind: "series", slug: "cuando-algo-sale-mal", topic: "crisis" };
    expect(cover(of, variantOf(of), { title: "Cuando algo sale mal" })).toContain(
      'role="img" aria-label="Cuando algo sale mal"',
    );
  });
});
