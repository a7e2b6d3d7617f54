import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { UnreadableExport } from "./foreign.ts";

/** Control characters that exports have and XML hasn't. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Elements within elements; exports need about ten. */
const MAX_DEPTH = 100;

/** The outermost element of an export. A document type, which could declare entities, is refused: no export has one. */
export function readXml(written: string): XmlElement {
  const xml = written.replace(/^\ufeff/, "").replace(NOT_XML, "");
  // Before the first element: what is quoted within a text is only a text.
  if (/^\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|\s)*<!DOCTYPE/i.test(xml)) {
    throw new UnreadableExport(
      "El archivo trae una declaración DOCTYPE, y ninguna exportación la lleva: no se lee.",
    );
  }
  let root: XmlElement | null;
  try {
    root = parseXml(xml).root;
  } catch (error) {
    // The parser goes down by calling itself.
    const why = error instanceof RangeError ? "elementos anidados sin fin" : firstLine(error);
    throw new UnreadableExport(`El archivo no se entiende como XML (${why}).`);
  }
  if (root === null || depthOf(root) > MAX_DEPTH) {
    throw new UnreadableExport("El archivo no es una exportación: no tiene su forma.");
  }
  return root;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

function depthOf(root: XmlElement): number {
  let depth = 0;
  for (let level = [root]; level.length > 0; level = level.flatMap(elements)) depth += 1;
  return depth;
}

function elements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** The elements of that name right below. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return elements(element).filter((child) => child.name === name);
}

/** The words of the first element of that name; "" where there is none. */
export function wordsIn(element: XmlElement, name: string): string {
  return all(element, name)[0]?.text.trim() ?? "";
}

export function attribute(element: XmlElement, name: string): string {
  return element.attributes[name] ?? "";
}
