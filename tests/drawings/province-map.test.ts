import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PLACES } from "../../src/domain/records/place.ts";
import { provinceMap, shadeOf } from "../../src/drawings/province-map.ts";
import { PROVINCES, TILES } from "../../src/drawings/province-tiles.ts";
import { provinceMapCss, SHADE_COLOURS } from "../../src/drawings/shades.ts";
import { contrast } from "./contrast.ts";

const draw = (
  counts: Parameters<typeof provinceMap>[0]["counts"] = {},
  chosen: Parameters<typeof provinceMap>[0]["chosen"] = [],
) =>
  provinceMap({
    counts,
    chosen,
    href: (province) => `/favores/?lugar=${province}&pagina=1`,
    title: "Favores por provincia",
  });

describe("the map of the provinces", () => {
  test("has every place that is somewhere, once", () => {
    expect(PROVINCES).toHaveLength(52);
    expect([...PROVINCES].sort()).toEqual(PLACES.filter((place) => place !== "remoto").sort());
    const links = [...draw().matchAll(/href="\/favores\/\?lugar=([a-z-]+)&amp;pagina=1"/g)].map(
      ([, province]) => province,
    );
    expect(links.sort()).toEqual([...PROVINCES].sort());
  });

  test("no two tiles lie on each other", () => {
    const tiles = Object.values(TILES);
    const overlaps = tiles.flatMap((one, index) =>
      tiles
        .slice(index + 1)
        .filter((other) => Math.abs(one.column - other.column) < 1 && Math.abs(one.row - other.row) < 1),
    );
    expect(overlaps).toEqual([]);
  });

  test("neighbours stand as the compass says", () => {
    const { madrid, toledo, cadiz, barcelona, girona, lugo, ceuta, malaga } = TILES;
    expect(toledo.row).toBeGreaterThanOrEqual(madrid.row);
    expect(toledo.column).toBeLessThan(madrid.column);
    expect(girona.column).toBeGreaterThan(barcelona.column);
    expect(lugo.row).toBeLessThan(madrid.row);
    expect(ceuta.row).toBeGreaterThan(Math.max(cadiz.row, malaga.row));
    for (const islands of ["santa-cruz-de-tenerife", "las-palmas"] as const) {
      expect(TILES[islands].row).toBeGreaterThan(cadiz.row);
      expect(TILES[islands].column).toBeLessThan(cadiz.column);
    }
    expect(TILES["illes-balears"].column).toBeGreaterThan(TILES.valencia.column);
  });

  test("a tile says its name and its number in words, and shows the number", () => {
    const svg = draw({ madrid: 14, lugo: 1, soria: 0 }, ["lugo"]);
    expect(svg).toContain("<title>Madrid: 14 favores abiertos</title>");
    expect(svg).toContain("<title>Lugo: 1 favor abierto</title>");
    expect(svg).toContain("<title>Soria: ningún favor abierto</title>");
    // Of too few nothing is said, which doesn't say that there are none.
    expect(svg).toContain("<title>Ávila</title>");
    expect(svg).toMatch(/data-shade="4"[^>]*><title>Madrid.*?>14<\/text>/);
    expect(svg.match(/aria-current="true"/g)).toHaveLength(1);
    expect(svg).toMatch(/^<svg [^>]*role="group" aria-label="Favores por provincia"/);
  });

  test("five shades, each twice the one before", () => {
    expect([0, 1, 2, 3, 4, 7, 8, 500].map(shadeOf)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  });

  test.each(
    (["light", "dark"] as const).flatMap((theme) => [0, 1, 2, 3, 4].map((step) => ({ theme, step }))),
  )("letters on shade $step, $theme: AA", ({ theme, step }) => {
    const shade = SHADE_COLOURS[theme][step];
    expect(shade && contrast(shade.paper, shade.ink)).toBeGreaterThanOrEqual(4.5);
  });

  test("pages have the same shades: province-map.css is what the table says", () => {
    expect(readFileSync(new URL("../../src/drawings/province-map.css", import.meta.url), "utf8")).toBe(
      provinceMapCss(),
    );
  });
});
