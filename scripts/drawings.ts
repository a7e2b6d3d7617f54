import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { CATEGORY_STROKES } from "../src/drawings/categories.ts";
import { hex, type Oklch } from "../src/drawings/colour.ts";
import { readFont } from "../src/drawings/font.ts";
import { LIFE_STROKES } from "../src/drawings/life-strip.ts";
import { REWARD_STROKES } from "../src/drawings/rewards.ts";
import { provinceMapCss } from "../src/drawings/shades.ts";
import { sharingCards, SHARED_FAVOURS } from "../src/drawings/sharing-card.ts";
import { small, type Strokes } from "../src/drawings/svg.ts";
import { CATEGORIES } from "../src/domain/records/category.ts";
import { papers, tintsCss, type Theme } from "../src/drawings/tints.ts";
import { TOPIC_STROKES } from "../src/drawings/topics.ts";

/**
 * `node scripts/drawings.ts css` writes the style sheets that the tables of `src/drawings` say; `sheet` draws every small drawing at 24,
 * 48 and 96 px, in both themes and on its stub, into `.cache/drawings/`, to be looked at; `measure` tells how long the cards take.
 */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** `--card` and `--ink` of tokens.css. */
const PAGE: Readonly<Record<Theme, { readonly card: Oklch; readonly ink: Oklch }>> = {
  light: { card: { l: 0.995, c: 0.005, h: 85 }, ink: { l: 0.26, c: 0.035, h: 268 } },
  dark: { card: { l: 0.255, c: 0.021, h: 268 }, ink: { l: 0.935, c: 0.014, h: 85 } },
};
const CELL = { width: 400, height: 112 } as const;
const PER_ROW = 3;

const TASKS: Readonly<Record<string, () => void>> = {
  css: writeCss,
  sheet: drawSheets,
  measure: measureCards,
};

const task = TASKS[process.argv[2] ?? ""];
if (!task) {
  console.error(`Di qué: ${Object.keys(TASKS).join(", ")}`);
  process.exit(2);
}
task();

function writeCss(): void {
  writeFileSync(join(ROOT, "src/drawings/tints.css"), tintsCss());
  writeFileSync(join(ROOT, "src/drawings/province-map.css"), provinceMapCss());
}

function drawSheets(): void {
  const folder = join(ROOT, ".cache", "drawings");
  mkdirSync(folder, { recursive: true });
  const tables: Readonly<Record<string, Readonly<Record<string, Strokes>>>> = {
    categories: CATEGORY_STROKES,
    topics: TOPIC_STROKES,
    rewards: REWARD_STROKES,
    life: LIFE_STROKES,
  };
  for (const [name, table] of Object.entries(tables)) {
    for (const theme of ["light", "dark"] as const) {
      const cells = Object.entries(table).map(([key, strokes], index) => cell(key, strokes, index, theme));
      const [width, height] = [CELL.width * PER_ROW, CELL.height * Math.ceil(cells.length / PER_ROW)];
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${hex(PAGE[theme].card)}"/>${cells.join("")}</svg>`;
      const file = join(folder, `${name}-${theme}.png`);
      writeFileSync(file, new Resvg(svg).render().asPng());
      console.log(file);
    }
  }
}

function cell(key: string, strokes: Strokes, index: number, theme: Theme): string {
  const category = CATEGORIES.find((slug) => slug === key) ?? CATEGORIES[index % CATEGORIES.length] ?? "otra";
  const { stub, ink, wash, shine } = papers(category, theme);
  const { card, ink: line } = PAGE[theme];
  const onPage = { line: hex(line), tint: hex(wash), paper: hex(card) };
  const onStub = { line: hex(ink), tint: hex(shine), paper: hex(stub) };
  const [x, y] = [(index % PER_ROW) * CELL.width + 8, Math.floor(index / PER_ROW) * CELL.height + 8];
  const at = (dx: number, size: number, paint: typeof onPage): string =>
    `<g transform="translate(${x + dx} ${y})">${small(strokes, { size, paint })}</g>`;
  return [
    at(0, 96, onPage),
    at(112, 48, onPage),
    at(172, 24, onPage),
    `<rect x="${x + 206}" y="${y - 4}" width="184" height="104" fill="${hex(stub)}"/>`,
    at(212, 96, onStub),
    at(312, 48, onStub),
    at(364, 24, onStub),
  ].join("");
}

function measureCards(): void {
  const { resolve } = createRequire(import.meta.url);
  const font = (weight: number) =>
    readFont(
      readFileSync(
        resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff`),
      ),
    );
  const start = performance.now();
  const fonts = { bold: font(700), semibold: font(600) };
  const read = performance.now();
  const cards = SHARED_FAVOURS.map(sharingCards(fonts));
  const drawn = performance.now();
  for (const card of cards) new Resvg(card, { font: { loadSystemFonts: false } }).render();
  const painted = performance.now();
  console.log(`fonts read: ${(read - start).toFixed(1)} ms, once`);
  console.log(`${cards.length} cards drawn: ${((drawn - read) / cards.length).toFixed(2)} ms each`);
  console.log(`painted by resvg: ${((painted - drawn) / cards.length).toFixed(1)} ms each`);
}
