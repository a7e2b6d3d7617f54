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
      ...misread(message),
    };
    return { tree: null, faults: [fault] };
  }
}

type Says = Pick<ContentFault, "problem" | "whatToDo">;

/** What the reader of MDX (satteri 0.10) says, in Spanish. */
const MISREAD: readonly (readonly [said: RegExp, says: (...names: string[]) => Says])[] = [
  [
    /^[\d:\s]*Unexpected closing tag `<\/(\w*)>`, expected corresponding closing tag for `<(\w*)>`/,
    (closed = "", opened = "") => ({
      problem: `</${closed}> cierra lo que no está abierto: aquí está abierto <${opened}>.`,
      whatToDo: `Escribe </${opened}>, o ciérralo antes.`,
    }),
  ],
  [
    /^[\d:\s]*Unexpected closing tag `<\/(\w*)>`/,
    (closed = "") => ({
      problem: `</${closed}> cierra lo que no está abierto.`,
      whatToDo: `Quítalo, o escribe <${closed}> donde empieza.`,
    }),
  ],
  [
    /Expected the closing tag `<\/(\w*)>` either/,
    (closed = "") => ({
      problem: `</${closed}> no está en una línea suya.`,
      whatToDo: "Ponlo en otra línea, con una línea en blanco delante.",
    }),
  ],
  [
    /Expected a closing tag for `<(\w*)>`/,
    (opened = "") => ({
      problem: `<${opened}> se abre aquí y no se cierra.`,
      whatToDo: `Escribe </${opened}> donde acaba, en una línea suya, con una línea en blanco delante; si va dentro de una frase, en la misma frase.`,
    }),
  ],
  [
    /corresponding closing brace/,
    () => ({
      problem: "la llave que se abre aquí no se cierra.",
      whatToDo: "Una llave suelta se escribe \\{.",
    }),
  ],
  [
    /Unexpected character after `<`/,
    () => ({
      problem: "lo que empieza aquí por «<» no es una etiqueta entera.",
      whatToDo: 'Mira sus comillas (title="…") y que acabe en «>»; un «<» suelto se escribe \\<.',
    }),
  ],
];

function misread(message: string): Says {
  for (const [said, says] of MISREAD) {
    const found = said.exec(message);
    if (found) return says(...found.slice(1));
  }
  return {
    problem: "hay una etiqueta o una llave que no se entiende.",
    whatToDo: "Cierra las etiquetas y llaves que abras; un «<» o un «{» sueltos se escriben \\< y \\{.",
  };
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
