/** A piece of XML: what is text in it has been escaped. */
export type Xml = string & { readonly [xml]: true };
declare const xml: unique symbol;

/** What no XML document may hold, not even escaped; one such character makes a reader refuse the whole feed. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

type Attributes = Readonly<Record<string, string>>;

/** An element around others; one on each line, so that people can read a feed too. */
export function xmlElement(name: string, attributes: Attributes, children: readonly Xml[]): Xml {
  return made(`<${name}${written(attributes)}>\n${children.join("\n")}\n</${name}>`);
}

/** An element around a text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): Xml {
  return made(`<${name}${written(attributes)}>${escaped(text)}</${name}>`);
}

/** An element around HTML, which for XML is a text like any other. */
export function htmlElement(name: string, html: string, attributes: Attributes = {}): Xml {
  const text = html.replace(NOT_XML, "").replaceAll("]]>", "]]]]><![CDATA[>");
  return made(`<${name}${written(attributes)}><![CDATA[${text}]]></${name}>`);
}

export function emptyElement(name: string, attributes: Attributes): Xml {
  return made(`<${name}${written(attributes)}/>`);
}

/** The whole document around its one root. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

function escaped(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}

function made(text: string): Xml {
  return text as Xml; // The brand exists only in types: this is the one place that gives it.
}
