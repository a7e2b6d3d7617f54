import { defineHastPlugin, type HastNode, type HastVisitorContext } from "satteri";
import { readGlossary } from "./glossary.ts";
import { findTerms, type LinkableTerm } from "./term-forms.ts";

/** Only articles: answers are short, and the other pages are not about the trade. */
const ARTICLE = /\/content\/articles\/[^/]+\.mdx$/;
/** Where no link belongs: titles, other links, what is quoted literally, and what stands in the name of somebody else. */
const CLOSED_ELEMENTS = /^(h[1-6]|a|code|pre|kbd|samp|th|caption|blockquote|q|button|summary)$/;
const CLOSED_COMPONENTS = /^(a|Term|Quote|Figure|Video|Sources|Download|MindMap)$/;

/**
 * Links each term of the glossary where an article uses it first, as `<Term id="…">` does by hand. A term that the editor placed by
 * hand is left to the editor.
 */
export const termLinks = () => {
  let terms: readonly LinkableTerm[] = [];
  const linked = new Set<string>();
  return defineHastPlugin({
    name: "term-links",
    before(_, { fileURL, source }) {
      if (!fileURL || !ARTICLE.test(fileURL.pathname)) return;
      terms = readGlossary(new URL("../glossary/", fileURL));
      for (const [, id] of source.matchAll(/<Term\b[^>]*\bid="([^"]+)"/g)) if (id) linked.add(id);
    },
    text(node, context) {
      if (terms.length === 0) return;
      const uses = findTerms(node.value, terms, linked);
      if (uses.length === 0 || ancestorsOf(node, context).some(isClosed)) return;
      const parts: HastNode[] = [];
      let at = 0;
      for (const { id, start, end } of uses) {
        linked.add(id);
        parts.push({ type: "text", value: node.value.slice(at, start) });
        parts.push({
          type: "mdxJsxTextElement",
          name: "Term",
          attributes: [{ type: "mdxJsxAttribute", name: "id", value: id }],
          children: [{ type: "text", value: node.value.slice(start, end) }],
        });
        at = end;
      }
      parts.push({ type: "text", value: node.value.slice(at) });
      context.replaceNode(
        node,
        parts.filter((part) => part.type !== "text" || part.value !== ""),
      );
    },
  });
};

function ancestorsOf(node: Readonly<HastNode>, context: HastVisitorContext): Readonly<HastNode>[] {
  const parent = context.parent(node);
  return parent ? [parent, ...ancestorsOf(parent, context)] : [];
}

function isClosed(node: Readonly<HastNode>): boolean {
  if (node.type === "element") return CLOSED_ELEMENTS.test(node.tagName);
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
    CLOSED_COMPONENTS.test(node.name ?? "")
  );
}
