import { defineMdastPlugin, type MdastNode } from "satteri";

/**
 * What MDX would run when the site is built, told in Spanish: an import, an export, an expression in braces or in an attribute. Null
 * for a node that is only words. An editor's text holds none: one that names a secret of the build would print it on the page.
 */
export function codeIn(node: MdastNode): string | null {
  if (node.type === "mdxjsEsm") {
    return `«${/^\w+/.exec(node.value.trim())?.[0] ?? "import"}» es código, y los textos no llevan código.`;
  }
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
    return `«{${node.value.trim().slice(0, 30)}}» es código, y los textos no llevan código.`;
  }
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return null;
  const code = node.attributes.find(
    ({ type, value }) =>
      type === "mdxJsxExpressionAttribute" || (typeof value === "object" && value !== null),
  );
  if (code === undefined) return null;
  const where = code.type === "mdxJsxAttribute" ? `${code.name}={…}` : "{...…}";
  return `<${node.name ?? ""} ${where}> lleva código; los valores van entre comillas.`;
}

/** `npm run revisar` tells of code with its line. Here it stops whatever compiles a text without asking that first. */
export const noCode = defineMdastPlugin({
  name: "no-code",
  mdxjsEsm: refuse,
  mdxFlowExpression: refuse,
  mdxTextExpression: refuse,
  mdxJsxFlowElement: refuse,
  mdxJsxTextElement: refuse,
});

function refuse(node: Readonly<MdastNode>): void {
  const problem = codeIn(node);
  if (problem !== null) throw new Error(`línea ${node.position?.start.line ?? 1} del texto: ${problem}`);
}
