import {
  CENTER_LINE_HEIGHT,
  FONT_SIZE,
  layoutMap,
  LINE_HEIGHT,
  PADDING_Y,
  type PlacedNode,
} from "./layout.ts";
import type { MapDocument } from "./map-document.ts";
import { escapeXml } from "./xml.ts";

/**
 * The colours of `styles/tokens.css` in hexadecimal: drawing programs know neither `oklch()` nor custom properties. By day
 * first, by night second.
 */
const COLOURS = {
  paper: ["#f9f4eb", "#141720"],
  card: ["#fffdfa", "#1e232d"],
  ink: ["#1d2335", "#eee9df"],
  line: ["#dbd3c6", "#383d49"],
  stub: ["#fbda8b", "#61481b"],
  "stub-ink": ["#3f280a", "#fbf1d8"],
  link: ["#005a63", "#7dd5da"],
} as const;
/** One for each branch in turn. */
const TONES = [
  ["#be351a", "#f99864"],
  ["#005a63", "#7dd5da"],
  ["#704500", "#f5cb70"],
  ["#15592b", "#89dea1"],
] as const;

/** The drawing as a file that needs nothing else. Follows the system's theme where the program does. */
export function mapSvg({ title, description, center, nodes }: MapDocument): string {
  const map = layoutMap(center, nodes);
  const links = map.links.map(
    ({ path, branch, depth }) =>
      `<path class="link tone-${branch % TONES.length}" stroke-width="${depth === 1 ? 2.5 : 1.5}" d="${path}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${map.width} ${map.height}" width="${map.width}" height="${map.height}" role="img" aria-labelledby="t d" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="${FONT_SIZE}">
<title id="t">${escapeXml(title)}</title>
<desc id="d">${escapeXml(description)}</desc>
<style>
${rules(0)}
@media (prefers-color-scheme: dark) {
${rules(1)}
}
</style>
<rect class="sheet" width="100%" height="100%"/>
${links.join("\n")}
${map.nodes.map(box).join("\n")}
</svg>
`;
}

function rules(theme: 0 | 1): string {
  const colour = (name: keyof typeof COLOURS): string => COLOURS[name][theme];
  return [
    `.sheet{fill:${colour("card")}}`,
    `.link{fill:none}`,
    `text{fill:${colour("ink")};text-anchor:middle}`,
    `.box{fill:${colour("paper")};stroke:${colour("line")}}`,
    `.branch .box{fill:${colour("card")};stroke-width:2}`,
    `.branch text{font-weight:700}`,
    `.center .box{fill:${colour("stub")};stroke:${colour("stub-ink")};stroke-width:2}`,
    `.center text{fill:${colour("stub-ink")};font-weight:700;font-size:20px}`,
    `a text{fill:${colour("link")};text-decoration:underline}`,
    ...TONES.map((tone, index) => `.link.tone-${index},.branch.tone-${index} .box{stroke:${tone[theme]}}`),
  ].join("\n");
}

function box({ x, y, width, height, depth, branch, lines, node }: PlacedNode): string {
  const name = depth === 0 ? "center" : depth === 1 ? `branch tone-${branch % TONES.length}` : "leaf";
  const lineHeight = depth === 0 ? CENTER_LINE_HEIGHT : LINE_HEIGHT;
  const words = lines.map(
    (line, index) =>
      `<tspan x="${x + width / 2}" y="${Math.round((y + PADDING_Y + lineHeight * (index + 0.76)) * 10) / 10}">${escapeXml(line)}</tspan>`,
  );
  const drawing = `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="${depth === 0 ? 10 : 6}"/><text>${words.join("")}</text>`;
  return node.url
    ? `<a class="${name}" href="${escapeXml(node.url)}">${drawing}</a>`
    : `<g class="${name}">${drawing}</g>`;
}
