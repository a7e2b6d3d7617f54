import { defineHastPlugin } from "satteri";

/** Aligned columns come with an inline `style`, which the content security policy refuses; a class says the same. */
export const plainTables = defineHastPlugin({
  name: "plain-tables",
  element: {
    filter: ["th", "td"],
    visit(node, context) {
      const { style, align } = node.properties;
      const written = typeof style === "string" ? /text-align:\s*(\w+)/.exec(style)?.[1] : undefined;
      const side = written ?? (typeof align === "string" ? align : undefined);
      if (side === undefined) return;
      context.setProperty(node, "style", null);
      context.setProperty(node, "align", null);
      context.setProperty(node, "className", [`align-${side}`]);
    },
  },
});
