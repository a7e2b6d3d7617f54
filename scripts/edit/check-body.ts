import { mdxToMdast, type MdastNode } from "satteri";
import type { ContentFault } from "./content-fault.ts";
import type { ContentText } from "./front-matter.ts";

const WEB = /^https?:\/\/[^/\s]+/i;
const MAIL = /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i;
const PHONE = /^tel:\+?[\d-]+$/i;
const OWN = /^(?:\/(?!\/)|#.|\?)\S*$/;

/** What can't become a page, or leads nowhere, in the text below a header. */
export function checkBody(file: string, { body, linesBeforeBody }: ContentText): ContentFault[] {
  if (body.trim() === "") {
    return [
      {
        file,
        line: linesBeforeBody + 1,
        problem: "no tiene texto.",
        whatToDo: "Escríbelo debajo de la cabecera.",
      },
    ];
  }
  let root: MdastNode;
  try {
    root = mdxToMdast(body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/(\d+):\d+/.exec(message)?.[1] ?? 1);
    return [
      {
        file,
        line: linesBeforeBody + line,
        problem: `no se entiende como MDX (${message}).`,
        whatToDo: "Cierra las etiquetas y llaves que abras; un «<» o un «{» sueltos se escriben \\< y \\{.",
      },
    ];
  }
  return addressesIn(root)
    .filter(({ address }) => !leadsSomewhere(address))
    .map(({ address, line, column }) => ({
      file,
      line: linesBeforeBody + line,
      column,
      problem: `el enlace «${address}» no lleva a ninguna parte.`,
      whatToDo:
        "Escribe una dirección entera (https://…), una página de esta web (/articulos/…/), #apartado, mailto: o tel:.",
    }));
}

interface Address {
  readonly address: string;
  readonly line: number;
  readonly column: number;
}

function addressesIn(node: MdastNode): Address[] {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const below = "children" in node ? node.children.flatMap(addressesIn) : [];
  if (node.type === "link" || node.type === "image" || node.type === "definition") {
    return [{ address: node.url, line, column }, ...below];
  }
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return below;
  const written = node.attributes.flatMap((attribute) =>
    attribute.type === "mdxJsxAttribute" &&
    /^(?:href|url|sourceUrl)$/.test(attribute.name) &&
    typeof attribute.value === "string"
      ? [{ address: attribute.value, line, column }]
      : [],
  );
  return [...written, ...below];
}

function leadsSomewhere(address: string): boolean {
  if (WEB.test(address)) return !/\s/.test(address) && URL.canParse(address);
  return MAIL.test(address) || PHONE.test(address) || OWN.test(address);
}
