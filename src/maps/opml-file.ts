import { ARCHIVED_WORDS, type MapDocument } from "./map-document.ts";
import type { OutlineNode } from "./outline.ts";
import { escapeXml } from "./xml.ts";

/** The map as OPML 2.0 (opml.org/spec2.opml), which outliners and mind map programs open. */
export function mapOpml({ title, description, url, nodes }: MapDocument): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(title)}</title>
    <ownerName>Makethejobs</ownerName>
    <ownerId>${escapeXml(url)}</ownerId>
  </head>
  <!-- ${escapeXml(description).replaceAll("--", "–")} -->
  <body>
${nodes.map((node) => outline(node, "    ")).join("\n")}
  </body>
</opml>
`;
}

function outline({ text, note, url, archived, children = [] }: OutlineNode, indent: string): string {
  const attributes = [
    ["text", text],
    ...(url
      ? [
          ["type", "link"],
          ["url", url],
        ]
      : []),
    // Not in the standard; what outliners agree on for what hangs from a line.
    ...(note || archived ? [["_note", [note, archived && ARCHIVED_WORDS].filter(Boolean).join(" · ")]] : []),
  ]
    .map(([name = "", value = ""]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
  if (children.length === 0) return `${indent}<outline${attributes}/>`;
  const inner = children.map((child) => outline(child, `${indent}  `)).join("\n");
  return `${indent}<outline${attributes}>\n${inner}\n${indent}</outline>`;
}
