import { describe, expect, test } from "vitest";
import { countNodes } from "../../src/maps/outline.ts";
import { OUTLINES } from "../maps/outlines.ts";
import { builtPage } from "../support/site/built-site.ts";

describe.each(OUTLINES)("the page of $slug", ({ slug, nodes }) => {
  const html = builtPage(`/mapas/${slug}/`);
  const drawing = /<svg class="map"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
  const written = /<ol class="outline outline-top">[\s\S]*<\/ol>/.exec(html)?.[0] ?? "";

  test("draws and writes the same nodes", () => {
    const total = countNodes(nodes);
    // The drawing has one box more: the centre.
    expect(drawing.match(/<rect /g)).toHaveLength(total + 1);
    expect(written.match(/<li>/g)).toHaveLength(total);
  });

  test("links to the same pages in both", () => {
    const links = (part: string): string[] =>
      [...part.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "").sort();
    expect(links(drawing)).toEqual(links(written));
  });

  test("can be taken away as SVG, Markdown and OPML, with as many nodes in each", () => {
    const total = countNodes(nodes);
    for (const ending of ["svg", "md", "opml"]) {
      expect(html).toContain(`href="/mapas/${slug}.${ending}" download`);
    }
    expect(builtPage(`/mapas/${slug}.svg`).match(/class="box"/g)).toHaveLength(total + 1);
    expect(builtPage(`/mapas/${slug}.opml`).match(/<outline /g)).toHaveLength(total);
    expect(builtPage(`/mapas/${slug}.md`).match(/^\s*\d+\. /gm)).toHaveLength(total);
  });

  test("needs no script", () => {
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")[^>]*>[^<]*map/);
  });
});
