/** A colour in OKLCH, as CSS writes it: lightness 0 to 1, chroma, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Its three channels in sRGB, 0 to 1; one outside of that range is a colour that screens don't have. */
export function srgb({ l, c, h }: Oklch): readonly [number, number, number] {
  const angle = (h * Math.PI) / 180;
  const a = c * Math.cos(angle);
  const b = c * Math.sin(angle);
  // The matrices of https://bottosson.github.io/posts/oklab/
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const small = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * small),
    encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * small),
    encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * small),
  ];
}

/** For pictures, whose programs don't read OKLCH: the nearest hexadecimal colour. */
export function hex(colour: Oklch): string {
  return `#${srgb(colour)
    .map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255))
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")}`;
}

function encoded(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}
