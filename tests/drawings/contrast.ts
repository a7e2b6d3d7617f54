import { srgb, type Oklch } from "../../src/drawings/colour.ts";

/** WCAG 2.2's contrast ratio of two colours: 4.5 for text, 3 for what a drawing needs. */
export function contrast(one: Oklch, other: Oklch): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = srgb(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours look from each other (OKLab): 0.02 is just seen. */
export function distance(one: Oklch, other: Oklch): number {
  const flat = ({ c, h }: Oklch) =>
    [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)] as const;
  const [a, b] = [flat(one), flat(other)];
  return Math.hypot(one.l - other.l, a[0] - b[0], a[1] - b[1]);
}
