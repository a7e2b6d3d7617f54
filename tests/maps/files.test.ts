import { markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { mapMarkdown } from "../../src/maps/markdown-file.ts";
import { mapOpml } from "../../src/maps/opml-file.ts";
import { allNodes, countNodes, type OutlineNode } from "../../src/maps/outline.ts";
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

/** What a Markdown program would take for something else, at the beginning of a line or anywhere. */
const MARKS = [
  "+ seguidores",
  "- menos",
  "* estrella",
  "1. uno",
  "12) doce",
  "# título",
  "> cita",
  "`código`",
  "[x] hecho",
  "[ ] por hacer",
  "[enlace](http://x.test)",
  "![foto](x)",
  "<b>negrita</b>",
  "&copy; y &#43;",
  "~~tachado~~",
  "_cursiva_",
  "*cursiva*",
  "a\\",
  "\\* barra",
  "| a | b |",
  "---",
  "===",
  "***",
  "```",
  "~~~ valla",
  "    sangría",
  "https://auto.test/x",
  "www.auto.test",
  "correo@auto.test",
  "[^1]: nota",
  "[a]: http://x.test",
  "línea\ny + otra\n\n- más",
];

describe.each(MARKS)("«%s» in a map's Markdown", (text) => {
  test.each([
    { where: "node", nodes: [{ text }, { text: "b", children: [{ text }] }] },
    { where: "link", nodes: [{ text, url: "https://example.org/a_(b)_<c>" }, { text: "b" }] },
    { where: "note", nodes: [{ text: "a", note: text }, { text: "b" }] },
    { where: "title", nodes: [{ text: "a" }, { text: "b" }], title: text },
    { where: "description", nodes: [{ text: "a" }, { text: "b" }], description: text },
  ])("is the same words as a $where", ({ nodes, ...words }) => {
    const written = { title: "T", description: "D", center: "C", url: "https://m.test/mapas/x/", ...words };
    const { html } = markdownToHtml(mapMarkdown({ ...written, nodes }), {
      features: { smartPunctuation: false },
    });
    expect(plain(html.replace(/<[^>]*>/g, "")).replace(/\s+/g, " ")).toContain(
      text.trim().replace(/\s+/g, " "),
    );
    expect(html.match(/<li>/g)).toHaveLength(countNodes(nodes));
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(ul|pre|code|blockquote|hr|table|input|img|del|em|strong|b|h2|sup|section)\b/);
    const links = html.match(/<a href="https:\/\/(?:m\.test|example\.org)\//g);
    expect(links).toHaveLength(1 + allNodes(nodes).filter((node) => "url" in node).length);
  });
});

test("characters that XML can't hold are left out of SVG and OPML, and lines stay in their attribute", () => {
  const text = "uno\u0000\u0008\u000b\ud800 dos\ntres \uffff";
  const map = { title: text, description: text, center: text, url: "https://m.test/mapas/x/" };
  for (const file of [mapSvg, mapOpml]) {
    const xml = file({ ...map, nodes: [{ text, note: text }, { text: "b" }] });
    expect(xml.isWellFormed()).toBe(true);

    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  }
  expect(mapOpml({ ...map, nodes: [{ text }] })).toContain('text="uno dos&#10;tres "');
});
