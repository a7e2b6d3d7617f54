import {
  isCollection,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
} from "yaml";
import type { ContentFault } from "./content-fault.ts";

export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** An editor's file, read: its header as data, and where in the file each thing stands. */
export interface ContentText {
  /** All of it, without byte order mark and with `\n` at the end of lines: what offsets count in. */
  readonly text: string;
  readonly data: unknown;
  /** What follows the header; "" in a YAML file. */
  readonly body: string;
  /** Where the body begins in `text`. */
  readonly bodyStart: number;
  /** The line and column, from 1, of an offset in `text`. */
  placeAt(offset: number): TextPosition;
  /** Where a field stands, or what holds it. */
  placeOf(path: readonly PropertyKey[]): TextPosition;
  /** The words of the header that are texts, with the field that they stand in. */
  readonly scalars: readonly HeaderScalar[];
  readonly faults: readonly ContentFault[];
}

export interface HeaderScalar {
  readonly path: readonly PropertyKey[];
  /** Its offsets in the file's text, quotes included. */
  readonly start: number;
  readonly end: number;
}

const HEADER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

/**
 * `file`: its name, for the faults. A byte order mark and Windows' line ends mean nothing. A build asks for the same headers several
 * times, and reading YAML with its places takes long: the same text of the same file is read once.
 */
export function readContent(file: string, written: string): ContentText {
  const known = read.get(file);
  if (known?.written === written) return known.content;
  const content = readText(file, written);
  read.set(file, { written, content });
  return content;
}
const read = new Map<string, { readonly written: string; readonly content: ContentText }>();

function readText(file: string, written: string): ContentText {
  const text = asLines(written);
  if (file.endsWith(".yaml"))
    return readYaml(file, text, { yaml: text, yamlStart: 0, bodyStart: text.length });
  const found = HEADER.exec(text);
  if (found === null) {
    const fault = {
      file,
      line: 1,
      problem: "le falta la cabecera.",
      whatToDo: "Empieza el archivo con una línea «---», los campos y otra línea «---».",
    };
    const placeAt = placesIn(text);
    const placeOf = (): TextPosition => ({ line: 1, column: 1 });
    return { text, data: null, body: text, bodyStart: 0, placeAt, placeOf, scalars: [], faults: [fault] };
  }
  const yamlStart = text.indexOf("\n") + 1;
  return readYaml(file, text, { yaml: found[1] ?? "", yamlStart, bodyStart: found[0].length });
}

/** What offsets count in. */
export function asLines(written: string): string {
  return written.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

interface Parts {
  readonly yaml: string;
  readonly yamlStart: number;
  readonly bodyStart: number;
}

/** What befalls most who begin. */
const COLON = {
  problem: "hay dos puntos dentro de un texto sin comillas.",
  whatToDo: 'Pon el texto entero entre comillas: title: "Uno: dos".',
};

function unreadable(message: string) {
  return {
    problem: `no se entiende como YAML (${message}).`,
    whatToDo: "Mira las comillas, los dos puntos y la sangría, que va con espacios y no con tabuladores.",
  };
}

function readYaml(file: string, text: string, { yaml, yamlStart, bodyStart }: Parts): ContentText {
  const placeAt = placesIn(text);
  const parsed = parseAllDocuments(yaml, { prettyErrors: false });
  const documents: readonly Document[] = "empty" in parsed ? [] : parsed;
  const faults = documents
    .flatMap(({ errors }) => errors)
    // The others mostly follow from the first.
    .slice(0, 1)
    .map(({ code, message, pos }) => ({
      file,
      ...placeAt(yamlStart + pos[0]),
      ...(code === "BLOCK_AS_IMPLICIT_KEY" ? COLON : unreadable(message)),
    }));
  const [document] = documents;
  if (documents.length > 1) {
    faults.push({
      file,
      ...placeAt(yamlStart + (documents[1]?.range?.[0] ?? 0)),
      problem: "hay más de un documento YAML.",
      whatToDo: "Deja solo uno: quita la línea «---» que los separa.",
    });
  }
  return {
    text,
    data: faults.length === 0 ? document?.toJS() : null,
    body: text.slice(bodyStart),
    bodyStart,
    placeAt,
    placeOf: (path) => placeAt(yamlStart + (document === undefined ? 0 : offsetOf(document, path))),
    scalars: document === undefined ? [] : scalarsIn(document.contents, [], yamlStart),
    faults,
  };
}

/** Where a key stands, or an item of a list; of what isn't there, what would hold it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isNode(key) && String(key) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function scalarsIn(node: unknown, path: readonly PropertyKey[], yamlStart: number): HeaderScalar[] {
  if (isCollection(node)) {
    return node.items.flatMap((item, at) =>
      isPair(item)
        ? scalarsIn(item.value, [...path, String(item.key)], yamlStart)
        : scalarsIn(item, [...path, at], yamlStart),
    );
  }
  if (!isNode(node) || !isText(node) || !node.range) return [];
  return [{ path, start: yamlStart + node.range[0], end: yamlStart + node.range[1] }];
}

function isText(node: Node): boolean {
  return "value" in node && typeof node.value === "string";
}

function placesIn(text: string): (offset: number) => TextPosition {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) counter.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
}
