import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from "satteri";
import type { ContentFault } from "./content-fault.ts";
import type { ContentText } from "./front-matter.ts";

/** A component or HTML tag of an editor's text. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** What stands below a header, read without running anything of it. */
export function parseBody(
  file: string,
  { body, bodyStart, placeAt }: ContentText,
): { readonly tree: MdastNode | null; readonly faults: readonly ContentFault[] } {
  if (body.trim() === "") {
    const fault = {
      file,
      ...placeAt(bodyStart),
      problem: "no tiene texto.",
      whatToDo: "Escríbelo debajo de la cabecera.",
    };
    return { tree: null, faults: [fault] };
  }
  try {
    return { tree: mdxToMdast(body), faults: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = "1", column = "1"] = /(\d+):(\d+)/.exec(message) ?? [];
    const fault = {
      file,
      line: placeAt(bodyStart).line + Number(line) - 1,
      column: Number(column),
      problem: `no se entiende como MDX (${message}).`,
      whatToDo: "Cierra las etiquetas y llaves que abras; un «<» o un «{» sueltos se escriben \\< y \\{.",
    };
    return { tree: null, faults: [fault] };
  }
}

/** The node and everything below it, in reading order. */
export function allBelow(node: MdastNode): MdastNode[] {
  return [node, ...("children" in node ? node.children.flatMap(allBelow) : [])];
}

export function isElement(node: MdastNode): node is Element {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Where a node begins in the file, and where it ends. */
export function rangeOf(
  { bodyStart }: ContentText,
  node: MdastNode,
): { readonly start: number; readonly end: number } {
  const { start, end } = node.position ?? {};
  return { start: bodyStart + (start?.offset ?? 0), end: bodyStart + (end?.offset ?? 0) };
}

/** What a reader reads of a node. */
export function wordsOf(node: MdastNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}

/** The texts that were given to an attribute; one that is only named («decorative») has none. */
export function attributesOf(element: Element): ReadonlyMap<string, string | null> {
  return new Map(
    element.attributes.flatMap((attribute) =>
      attribute.type === "mdxJsxAttribute" &&
      (attribute.value === null || typeof attribute.value === "string")
        ? [[attribute.name, attribute.value] as const]
        : [],
    ),
  );
}
