import type { Oklch } from "./colour.ts";
import type { Theme } from "./tints.ts";

interface Shade {
  readonly paper: Oklch;
  readonly ink: Oklch;
}

const HUE = 168;
const DARK_INK: Oklch = { l: 0.22, c: 0.035, h: 200 };
const LIGHT_INK: Oklch = { l: 0.935, c: 0.014, h: 85 };
const shade = (l: number, c: number, ink: Oklch): Shade => ({ paper: { l, c, h: HUE }, ink });

/** Five shades of pine, from none to many. By night many is bright: what has most is seen first in both themes. */
export const SHADE_COLOURS: Readonly<Record<Theme, readonly Shade[]>> = {
  light: [
    shade(0.985, 0.006, DARK_INK),
    shade(0.93, 0.04, DARK_INK),
    shade(0.85, 0.075, DARK_INK),
    shade(0.75, 0.095, DARK_INK),
    shade(0.65, 0.1, DARK_INK),
  ],
  dark: [
    shade(0.26, 0.015, LIGHT_INK),
    shade(0.35, 0.045, LIGHT_INK),
    shade(0.45, 0.065, LIGHT_INK),
    shade(0.68, 0.09, DARK_INK),
    shade(0.82, 0.1, DARK_INK),
  ],
};

/** The tile under the pointer, or that the keyboard is at. */
const POINTED = [
  ".province-map a {",
  "  outline: none;",
  "}",
  ".province-map a:hover rect {",
  "  stroke-width: 4.5;",
  "}",
  ".province-map a:focus-visible rect {",
  "  stroke: var(--focus);",
  "  stroke-width: 6;",
  "}",
];

/** For pages, as `province-map.css` holds it: an element with `data-shade="0"` to `"4"` has `--shade` and what is written on it, `--shade-ink`. */
export function provinceMapCss(): string {
  const css = ({ l, c, h }: Oklch): string => `oklch(${l} ${c} ${h})`;
  const shades = SHADE_COLOURS.light.flatMap((light, index) => {
    const dark = SHADE_COLOURS.dark[index] ?? light;
    return [
      `[data-shade="${index}"] {`,
      `  --shade: light-dark(${css(light.paper)}, ${css(dark.paper)});`,
      `  --shade-ink: light-dark(${css(light.ink)}, ${css(dark.ink)});`,
      "}",
    ];
  });
  return ["/* Written by `node scripts/drawings.ts css` from shades.ts. */", ...shades, ...POINTED, ""].join(
    "\n",
  );
}
