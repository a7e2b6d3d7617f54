import { parse } from "yaml";
import { FIGURES } from "./component-forms.ts";
import { writeOver, type Value } from "./kept-style.ts";

/** The field that leads from a form back to the file that it was read from. Nobody sees it, and no file has it. */
export const ORIGIN = "origen";
/** Where the text of a form stands. */
const BODY = "body";
const HEADER = /^---\r?\n([\s\S]*?)^---\r?\n/m;

/** What files are called in the configuration, by their ending. */
export const FORMATS = { mdx: "texto-frontmatter", yaml: "campos" } as const;

export interface Format {
  readonly fromFile: (text: string) => Value;
  readonly toFile: (value: Value) => string;
}

/** A file of fields. `read`: every file as it was read, by its number; a form brings it back. */
export function yamlFormat(read: string[]): Format {
  return {
    fromFile: (text) => ({ ...fields(text), [ORIGIN]: remember(read, text) }),
    toFile: ({ [ORIGIN]: origin, ...value }) => writeOver(read[Number(origin ?? NaN)] ?? "", value),
  };
}

/** A text with a header. */
export function mdxFormat(read: string[]): Format {
  return {
    fromFile(text) {
      const [whole = "", header = ""] = HEADER.exec(text) ?? [];
      return {
        ...fields(header),
        [BODY]: text.slice(whole.length).trim(),
        [ORIGIN]: remember(read, header),
      };
    },
    toFile({ [ORIGIN]: origin, [BODY]: body, ...value }) {
      const header = writeOver(read[Number(origin ?? NaN)] ?? "", value);
      return `---\n${header}---\n\n${typeof body === "string" ? named(body).trim() : ""}\n`;
    },
  };
}

/** The editor writes where a figure that was uploaded with the text is served; in a text stands its name alone. */
function named(body: string): string {
  return body.replaceAll(`="${FIGURES}/`, '="');
}

function remember(read: string[], text: string): string {
  return String(read.push(text) - 1);
}

function fields(yaml: string): Value {
  return (parse(yaml) ?? {}) as Value;
}
