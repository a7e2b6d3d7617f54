import { LineCounter, parseAllDocuments, type Document } from "yaml";
import type { ContentFault } from "./content-fault.ts";

/** An editor's file, read: its header as data, and where in the file each thing stands. */
export interface ContentText {
  readonly data: unknown;
  /** What follows the header; "" in a YAML file. */
  readonly body: string;
  /** The line of the file before the body's first. */
  readonly linesBeforeBody: number;
  /** The line, from 1, in which a field stands, or what holds it. */
  lineOf(path: readonly PropertyKey[]): number;
  readonly faults: readonly ContentFault[];
}

const HEADER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

/** `file`: its name, for the faults. A byte order mark and Windows' line ends mean nothing. */
export function readContent(file: string, text: string): ContentText {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (file.endsWith(".yaml")) return readYaml(file, lines, 0, "");
  const found = HEADER.exec(lines);
  if (found === null) {
    const fault = {
      file,
      line: 1,
      problem: "le falta la cabecera.",
      whatToDo: "Empieza el archivo con una línea «---», los campos y otra línea «---».",
    };
    return { data: null, body: lines, linesBeforeBody: 0, lineOf: () => 1, faults: [fault] };
  }
  return readYaml(file, found[1] ?? "", 1, lines.slice(found[0].length), lineCount(found[0]));
}

function readYaml(
  file: string,
  yaml: string,
  linesBefore: number,
  body: string,
  linesBeforeBody = 0,
): ContentText {
  const counter = new LineCounter();
  const parsed = parseAllDocuments(yaml, { lineCounter: counter, prettyErrors: false });
  const documents: readonly Document[] = "empty" in parsed ? [] : parsed;
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line) + linesBefore;
  const faults = documents
    .flatMap(({ errors }) => errors)
    // The others mostly follow from the first.
    .slice(0, 1)
    .map(({ message, pos }) => ({
      file,
      line: lineAt(pos[0]),
      problem: `no se entiende como YAML (${message}).`,
      whatToDo: "Mira las comillas, los dos puntos y la sangría, que va con espacios y no con tabuladores.",
    }));
  const [document] = documents;
  if (documents.length > 1) {
    faults.push({
      file,
      line: lineAt(documents[1]?.range?.[0] ?? 0),
      problem: "hay más de un documento YAML.",
      whatToDo: "Deja solo uno: quita la línea «---» que los separa.",
    });
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document?.getIn(path.slice(0, length), true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
      if (Array.isArray(range) && typeof range[0] === "number") return lineAt(range[0]);
    }
    return 1;
  };
  const data: unknown = faults.length === 0 ? document?.toJS() : null;
  return { data, body, linesBeforeBody, lineOf, faults };
}

function lineCount(text: string): number {
  return text.split("\n").length - 1;
}
