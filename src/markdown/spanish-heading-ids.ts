import { defineHastPlugin } from "satteri";
import { slugify } from "../text/slug.ts";

/**
 * Gives every Markdown heading an ASCII id («Qué publicar» → `que-publicar`). Sätteri's own ids keep accents, which turn
 * into `%C3%A9` in every copied link. Runs once per document, so repeated headings are numbered within it.
 */
export const spanishHeadingIds = () => {
  const uses = new Map<string, number>();
  return defineHastPlugin({
    name: "spanish-heading-ids",
    element: {
      filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
      visit(node, context) {
        if (typeof node.properties.id === "string") return;
        // HTML allows an id to begin with a digit; CSS selectors don't, so «1. Escuchar» is `escuchar`.
        const base = slugify(context.textContent(node)).replace(/^[\d-]+/, "") || "apartado";
        const use = (uses.get(base) ?? 0) + 1;
        uses.set(base, use);
        context.setProperty(node, "id", use === 1 ? base : `${base}-${use}`);
      },
    },
  });
};
