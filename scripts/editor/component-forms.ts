import type { EditorComponentDefinition, Field } from "@sveltia/cms";
import { EDITOR_COMPONENTS, type ComponentField, type EditorComponent } from "../edit/components.ts";
import { SHOWN_BY } from "./labels.ts";
import { readTable, writeTable } from "./tables.ts";

/** What stands between the tags of a component, in its form. */
const INSIDE = "dentro";
/** A longer tag has a line for each of its attributes. */
const LONG_TAG = 110;
/** What isn't uploaded yet: the editor puts the name of the file in its place when the text is saved. */
const UNSAVED = /\bblob:[^"]*/;
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

/**
 * Each component of ours as a form. Loaded in the browser: nothing of Node or of the site may come along. A form can't ask for a field
 * only when a flag is off, so what such a flag lets be left out makes two forms: one without the flag and one with it.
 */
export const COMPONENT_FORMS: readonly EditorComponentDefinition[] = Object.entries(
  EDITOR_COMPONENTS,
).flatMap(([name, component]) => {
  const flag = flagOf(component);
  if (flag === undefined) return [formOf(name, component)];
  const label = `${component.label}: ${component.fields[flag]?.label.toLowerCase() ?? ""}`;
  return [
    formOf(name, component, { flag, given: false }),
    { ...formOf(name, component, { flag, given: true }), id: `${name}-${flag}`, label },
  ];
});

/** A flag that lets other fields be left out, and which of its two forms this is. */
interface Flagged {
  readonly flag: string;
  readonly given: boolean;
}

function flagOf({ fields }: EditorComponent): string | undefined {
  return Object.values(fields)
    .flatMap(({ required }) => (typeof required === "object" ? [required.unless] : []))
    .at(0);
}

function formOf(name: string, component: EditorComponent, flagged?: Flagged): EditorComponentDefinition {
  const fields = attributeFields(component, flagged);
  const toBlock = (props: Props): string =>
    write(name, component, flagged ? { ...props, [flagged.flag]: flagged.given } : props);
  return {
    id: name,
    label: component.label,
    fields: [...fields, ...insideFields(component)],
    pattern: patternOf(name, component, flagged),
    // A field that isn't there is not asked for on saving, so what was left out is there, and empty.
    fromBlock: ([, attributes = "", inside = ""]) => ({
      ...Object.fromEntries(
        fields.filter(({ widget }) => widget !== "boolean").map(({ name: field }) => [field, ""]),
      ),
      ...readAttributes(component, attributes),
      ...(component.holds === "table" ? readTable(inside) : { [INSIDE]: inside.trim() }),
    }),
    toBlock,
    toPreview: toBlock,
  };
}

/** A component as it stands in a text: alone on its lines. */
function patternOf(name: string, { holds }: EditorComponent, flagged?: Flagged): RegExp {
  const attribute = String.raw`\s+\w+(?:="[^"]*")?`;
  const has = flagged && String.raw`(?${flagged.given ? "=" : "!"}(?:${attribute})*?\s+${flagged.flag}[\s/])`;
  const tag = `^<${name}${has ?? ""}((?:${attribute})*)`;
  return holds === "nothing"
    ? new RegExp(String.raw`${tag}\s*/>$`, "m")
    : new RegExp(String.raw`${tag}\s*>([\s\S]*?)</${name}>$`, "m");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function readAttributes({ fields }: EditorComponent, text: string): Record<string, string | boolean> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)(?:="([^"]*)")?/g)].map(([, name = "", quoted]) => {
      const value = quoted?.replaceAll("&quot;", '"') ?? true;
      return [name, fields[name]?.kind === "figure" ? servedFigure(String(value)) : value];
    }),
  );
}

function write(name: string, { holds, fields }: EditorComponent, props: Props): string {
  const attributes = Object.entries(fields).flatMap(([field, { kind }]) => {
    const value = props[field];
    if (kind === "flag") return value === true ? [field] : [];
    if (typeof value !== "string" || value.trim() === "") return [];
    const text = kind === "figure" ? figureName(value) : value.trim();
    return [`${field}="${text.replaceAll('"', "&quot;")}"`];
  });
  const tag = [name, ...attributes].join(" ");
  if (holds === "nothing") {
    return tag.replace(UNSAVED, "").length > LONG_TAG
      ? `<${[name, ...attributes].join("\n  ")}\n/>`
      : `<${tag} />`;
  }
  const inside = holds === "table" ? writeTable(props) : textOf(props[INSIDE]);
  return holds === "words" ? `<${tag}>${inside}</${name}>` : `<${tag}>\n\n${inside}\n\n</${name}>`;
}

function servedFigure(written: string): string {
  return UNSAVED.test(written) ? written : `${FIGURES}/${figureName(written)}`;
}

function figureName(served: string): string {
  return UNSAVED.test(served) ? served : served.slice(served.lastIndexOf("/") + 1);
}

/** What has to be written comes first. */
function attributeFields({ fields }: EditorComponent, flagged?: Flagged): Field[] {
  const { flag, given } = flagged ?? {};
  const asked = Object.entries(fields)
    .filter(([name, { notWith }]) => name !== flag && !(given && notWith === flag))
    .map(([name, of]) => ({ name, of, required: of.required === true || (of.required && !given) || false }));
  return [...asked.filter(({ required }) => required), ...asked.filter(({ required }) => !required)].map(
    ({ name, of, required }) => attributeField(name, of, required),
  );
}

function attributeField(name: string, { kind, label }: ComponentField, required: boolean): Field {
  const common = { name, label, required };
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
        hint: "svg, png, jpg, webp o avif. «Explorar» enseña las de content/figures y sube otras.",
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
