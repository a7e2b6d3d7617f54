import { defineHastPlugin } from "satteri";
import { createHeadingIds } from "./heading-ids.ts";

const TEXT_PAGE = /\/content\/pages\/[^/]+$/;

/**
 * Gives every Markdown heading an ASCII id («Qué publicar» → `que-publicar`). Sätteri's own ids keep accents, which turn
 * into `%C3%A9` in every copied link. Runs once per document, so repeated headings are numbered within it.
 */
export const spanishHeadingIds = ({ fileURL }: { readonly fileURL: URL | undefined }) => {
  const idOf = createHeadingIds(fileURL && TEXT_PAGE.test(fileURL.pathname) ? "page" : "article");
  return defineHastPlugin({
    name: "spanish-heading-ids",
    element: {
      filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
      visit(node, context) {
        if (typeof node.properties["id"] === "string") return;
        context.setProperty(node, "id", idOf(context.textContent(node)));
      },
    },
  });
};
