import { defineHastPlugin, type HastNode, type HastVisitorContext } from "satteri";

const columns = new Intl.ListFormat("es");

/**
 * A table wider than the screen scrolls in a box of its own, which the keyboard reaches and which is named after the table's columns.
 * `<Comparison>` is such a box already, named by its caption.
 */
export const scrollingTables = defineHastPlugin({
  name: "scrolling-tables",
  element: {
    filter: ["table"],
    visit(node, context) {
      if (isInComparison(node, context)) return;
      const heads = headCells(node).map((cell) => context.textContent(cell).trim());
      context.wrapNode(node, {
        type: "element",
        tagName: "section",
        properties: {
          className: ["table-scroll"],
          tabIndex: 0,
          ariaLabel: `Tabla: ${columns.format(heads.filter((head) => head !== ""))}. Si no cabe, desplázala hacia los lados`,
        },
        children: [],
      });
    },
  },
});

function isInComparison(node: Readonly<HastNode>, context: HastVisitorContext): boolean {
  const parent = context.parent(node);
  if (!parent) return false;
  return (
    (parent.type === "mdxJsxFlowElement" && parent.name === "Comparison") || isInComparison(parent, context)
  );
}

function headCells(node: Readonly<HastNode>): Readonly<HastNode>[] {
  if (node.type !== "element") return [];
  return node.tagName === "th" ? [node] : node.children.flatMap((child) => headCells(child));
}
