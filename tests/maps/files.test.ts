import { markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { mapMarkdown } from "../../src/maps/markdown-file.ts";
import { mapOpml } from "../../src/maps/opml-file.ts";
import { allNodes, countNodes } from "../../src/maps/outline.ts";
import type { OutlineNode } from "../../src/maps/outline.ts";
import { mapSvg } from "../../src/maps/svg-file.ts";
import { OUTLINES } from "./outlines.ts";

const NASTY: readonly OutlineNode[] = [
  {
    text: 'Un <b>nodo</b> & "comillas"',
    note: "Con [corchetes] y *asteriscos* -- y más",
    children: [
      { text: "1. Parece una lista", url: "https://example.org/?a=1&b=2", archived: true },
      { text: "# Parece un título", video: true, url: "https://example.org/v" },
    ],
  },
  ...Array.from({ length: 11 }, (_, index) => ({ text: `Rama ${index + 2}`, children: [{ text: "Hoja" }] })),
];
const MAPS = [...OUTLINES, { slug: "raro", title: "Un <mapa> & más", center: "Centro & co", nodes: NASTY }];

const SIGNS: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
function plain(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/g, (sign) => SIGNS[sign] ?? sign);
}

describe.each(MAPS)("the files of $slug", ({ title, center, nodes }) => {
  const map = {
    title,
    center,
    nodes,
    description: "Qué & cómo --> aquí",
    url: "https://makethejobs.test/mapas/x/",
  };
  const total = countNodes(nodes);

  test("OPML: every node once and in order", () => {
    const written = [...mapOpml(map).matchAll(/<outline text="([^"]*)"/g)].map(([, text = ""]) =>
      plain(text),
    );
    expect(written).toEqual(allNodes(nodes).map(({ text }) => text));
    expect(mapOpml(map).match(/<outline /g)).toHaveLength(total);
  });

  test("SVG: one box for each node and one for the centre, nothing from outside", () => {
    const svg = mapSvg(map);
    expect(svg.match(/class="box"/g)).toHaveLength(total + 1);
    expect(svg.match(/<path class="link /g)).toHaveLength(total);
    expect(svg).not.toMatch(/<script|<image|url\(|@import|oklch|var\(/);
  });

  test("Markdown: a nested list that says the same, with nothing turned into something else", () => {
    const { html } = markdownToHtml(mapMarkdown(map), {});
    expect(html.match(/<li>/g)).toHaveLength(total);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(b|em|strong|h2|ul)>/);
    const links = allNodes(nodes).filter(({ url }) => url).length;
    expect(html.match(/<li><a |<li>\n<p><a /g) ?? []).toHaveLength(links);
  });
});
