import { PLACE_NAMES } from "../copy/places.ts";
import { PROVINCES, TILES, type Province } from "./province-tiles.ts";
import { escaped, short, type Drawing } from "./svg.ts";

export interface ProvinceMapOptions {
  /** Open favours by province; of one that is missing nobody says how many. */
  readonly counts: Readonly<Partial<Record<Province, number>>>;
  /** Where a tile leads. */
  readonly href: (province: Province) => string;
  /** What the map is, for who doesn't see it. */
  readonly title: string;
  /** Provinces that the list is narrowed to already. */
  readonly chosen?: readonly Province[];
}

/** The least count of each of the five shades; doubling, so that a busy province doesn't pale all others. */
export const SHADES = [0, 1, 2, 4, 8] as const;

export function shadeOf(count: number): number {
  return SHADES.findLastIndex((least) => count >= least);
}

const SIDE = 44;
const GAP = 4;
const STEP = SIDE + GAP;
const MARGIN = 3;
const WIDTH = 9 * STEP - GAP + 2 * MARGIN;
const HEIGHT = 9.35 * STEP - GAP + 2 * MARGIN;
/** The line around the Canaries, as maps of Spain have it. */
const INSET = `M0 ${short(8.12 * STEP)}H${short(2.1 * STEP)}q6 0 6 6V${short(HEIGHT)}`;
const CORNER = 8;

/** Spain in tiles, each a link, with `tints.css`. Who can't use it has the same choice in a select beside it. */
export function provinceMap({ counts, href, title, chosen = [] }: ProvinceMapOptions): Drawing {
  const tiles = PROVINCES.map((province) =>
    tile(province, counts[province], href(province), chosen.includes(province)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="province-map" viewBox="0 0 ${WIDTH} ${short(HEIGHT)}" role="group" aria-label="${escaped(title)}" text-anchor="middle">`,
    `<path fill="none" stroke="currentColor" stroke-opacity=".35" stroke-width="2" stroke-linecap="round" d="${INSET}"/>`,
    ...tiles,
    "</svg>",
  ].join("") as Drawing;
}

function tile(province: Province, known: number | undefined, href: string, isChosen: boolean): string {
  const { column, row, letters } = TILES[province];
  const count = known ?? 0;
  const x = MARGIN + column * STEP;
  const y = MARGIN + row * STEP;
  const middle = short(x + SIDE / 2);
  const words =
    count === 0
      ? `<text x="${middle}" y="${short(y + 27)}" font-size="14">${letters}</text>`
      : `<text x="${middle}" y="${short(y + 18)}" font-size="13">${letters}</text><text x="${middle}" y="${short(y + 36)}" font-size="17" font-weight="700">${count}</text>`;
  return [
    `<a href="${escaped(href)}" data-shade="${shadeOf(count)}"${isChosen ? ' aria-current="true"' : ""}>`,
    `<title>${escaped(said(province, known))}</title>`,
    `<rect x="${short(x)}" y="${short(y)}" width="${SIDE}" height="${SIDE}" rx="${CORNER}" fill="var(--shade)" stroke="currentColor" stroke-width="${isChosen ? 4.5 : 1.5}"/>`,
    `<g fill="var(--shade-ink)" aria-hidden="true">${words}</g></a>`,
  ].join("");
}

function said(province: Province, count: number | undefined): string {
  if (count === undefined) return PLACE_NAMES[province];
  const favours =
    count === 0 ? "ningún favor abierto" : count === 1 ? "1 favor abierto" : `${count} favores abiertos`;
  return `${PLACE_NAMES[province]}: ${favours}`;
}
