import type { EditorComponentDefinition, Field } from "@sveltia/cms";
import { EDITOR_COMPONENTS, type ComponentField, type EditorComponent } from "../edit/components.ts";
import { SHOWN_BY } from "./labels.ts";
import { readTable, writeTable } from "./tables.ts";

/** What stands between the tags of a component, in its form. */
const INSIDE = "dentro";
/** A longer tag has a line for each of its attributes. */
const LONG_TAG = 110;
/** Where the editor takes the figures of `content/figures` to be served; texts have the name of the file alone. */
export const FIGURES = "/figuras";
type Props = Readonly<Record<string, unknown>>;

/** How each thing is written inside, for whoever doesn't know. */
const INSIDE_HINTS = {
  text: "Markdown.",
  words: "Las palabras que se enlazan.",
  list: "Una línea para cada cosa, que empieza por «- ».",
  "numbered list": "Una línea para cada paso, que empieza por «1. », «2. »…",
} as const;

const CELLS: Field = {
  name: "cells",
  label: "Celdas",
  widget: "list",
  field: { name: "cell", label: "Celda", widget: "string", required: false },
};
const TABLE_FIELDS: readonly Field[] = [
  {
    name: "head",
    label: "Cabecera",
    label_singular: "columna",
    hint: "Una columna por celda; cinco como mucho.",
    widget: "list",
    field: { name: "cell", label: "Columna", widget: "string", required: false },
  },
  {
    name: "rows",
    label: "Filas",
    label_singular: "fila",
    widget: "list",
    summary: "{{fields.cells}}",
    fields: [CELLS],
  },
];

/** Each component of ours as a form. Loaded in the browser: nothing of Node or of the site may come along. */
export const COMPONENT_FORMS: readonly EditorComponentDefinition[] = Object.entries(EDITOR_COMPONENTS).map(
  ([name, component]) => ({
    id: name,
    label: component.label,
    fields: [
      ...Object.entries(component.fields).map(([field, of]) => attributeField(field, of)),
      ...insideFields(component),
    ],
    pattern: patternOf(name, component),
    fromBlock: ([, attributes = "", inside = ""]) => ({
      ...readAttributes(component, attributes),
      ...(component.holds === "table" ? readTable(inside) : { [INSIDE]: inside.trim() }),
    }),
    toBlock: (props: Props) => write(name, component, props),
    toPreview: (props: Props) => write(name, component, props),
  }),
);

/** A component as it stands in a text: alone on its lines. */
function patternOf(name: string, { holds }: EditorComponent): RegExp {
  const attributes = String.raw`((?:\s+\w+(?:="[^"]*")?)*)`;
  return holds === "nothing"
    ? new RegExp(String.raw`^<${name}${attributes}\s*/>$`, "m")
    : new RegExp(String.raw`^<${name}${attributes}\s*>([\s\S]*?)</${name}>$`, "m");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function readAttributes({ fields }: EditorComponent, text: string): Record<string, string | boolean> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)(?:="([^"]*)")?/g)].map(([, name = "", quoted]) => {
      const value = quoted?.replaceAll("&quot;", '"') ?? true;
      return [name, fields[name]?.kind === "figure" ? `${FIGURES}/${String(value)}` : value];
    }),
  );
}

function write(name: string, { holds, fields }: EditorComponent, props: Props): string {
  const attributes = Object.entries(fields).flatMap(([field, { kind }]) => {
    const value = props[field];
    if (kind === "flag") return value === true ? [field] : [];
    if (typeof value !== "string" || value.trim() === "") return [];
    const text = kind === "figure" ? value.slice(value.lastIndexOf("/") + 1) : value.trim();
    return [`${field}="${text.replaceAll('"', "&quot;")}"`];
  });
  const tag = [name, ...attributes].join(" ");
  if (holds === "nothing") {
    return tag.length > LONG_TAG ? `<${[name, ...attributes].join("\n  ")}\n/>` : `<${tag} />`;
  }
  const inside = holds === "table" ? writeTable(props) : textOf(props[INSIDE]);
  return holds === "words" ? `<${tag}>${inside}</${name}>` : `<${tag}>\n\n${inside}\n\n</${name}>`;
}

function attributeField(name: string, { kind, label, required }: ComponentField): Field {
  const common = { name, label, required: required ?? false };
  if (typeof kind === "object") {
    return "oneOf" in kind
      ? { ...common, widget: "select", options: [...kind.oneOf] }
      : {
          ...common,
          widget: "relation",
          collection: kind.entryOf,
          value_field: "{{slug}}",
          display_fields: [SHOWN_BY[kind.entryOf]],
        };
  }
  switch (kind) {
    case "flag":
      return { ...common, widget: "boolean" };
    case "url":
      return { ...common, widget: "string", type: "url" };
    case "figure":
      return {
        ...common,
        widget: "image",
        choose_url: false,
        hint: "svg, png, jpg, webp o avif, de content/figures.",
      };
    case "duration":
      return {
        ...common,
        widget: "string",
        pattern: [String.raw`^(?:\d+:)?\d{1,2}:\d{2}$`, "Escríbela como 4:32."],
      };
    case "limit":
    case "text":
      return { ...common, widget: "string" };
  }
}

function insideFields({ holds }: EditorComponent): Field[] {
  if (holds === "nothing") return [];
  if (holds === "table") return [...TABLE_FIELDS];
  return [
    {
      name: INSIDE,
      label: "Texto",
      hint: INSIDE_HINTS[holds],
      widget: holds === "words" ? "string" : "text",
    },
  ];
}
