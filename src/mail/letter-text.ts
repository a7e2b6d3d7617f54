import { defuse } from "../language/defuse.ts";
import type { Letter, Part } from "./letter.ts";

/** The text part of a mail: complete by itself. `footer` comes last, below the usual mark of a signature. */
export function letterToText(letter: Letter, footer: readonly string[]): string {
  return `${letter.parts.map(partToText).join("\n\n")}\n\n-- \n${footer.join("\n")}\n`;
}

function partToText(part: Part): string {
  switch (part.type) {
    case "paragraph":
      // A name may begin it: it must not look like a quotation or like the mark of the signature.
      return part.text.replace(/^(?=[>-])/, "\u00a0");
    case "list":
      return part.items.map((item) => `- ${item}`).join("\n");
    case "facts":
      return part.rows.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "quote":
      return `${part.caption}\n\n${defuse(part.text).trim().replace(/^/gm, "> ")}`;
    case "button":
    case "link":
      return `${part.label}:\n${part.url}`;
  }
}
