import type { Field, ListField, RelationField, StringField, TextField } from "@sveltia/cms";
import { z } from "astro/zod";
import type { reference as Reference } from "astro:content";
import { contentSchemas } from "../../src/content-schemas.ts";
import { SOURCES, type Collection } from "../edit/content-entries.ts";
import { jsonSchema } from "../edit/field-schemas.ts";
import { CHOICE_LABELS, FIELD_LABELS, LONG_TEXTS, SHOWN_BY } from "./labels.ts";

/** So deep a map is edited in the form; a test holds the maps that there are against it. */
export const MAP_DEPTH = 4;
/** The schemas once more, with references that tell where they lead. */
const SCHEMAS = contentSchemas(((collection: Collection) =>
  z.string().meta({ collection })) as unknown as typeof Reference);

/** What is read here of a JSON Schema. */
const Property = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  collection: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  allOf: z.array(z.object({ pattern: z.string() })).optional(),
  anyOf: z.array(z.looseObject({ format: z.string().optional() })).optional(),
  $ref: z.string().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});
type Property = z.output<typeof Property>;

/** The fields of a collection's header, in the order of its schema. */
export function fieldsOf(collection: Collection): Field[] {
  const schema = jsonSchema(SCHEMAS[collection]);
  const definitions = z.record(z.string(), z.unknown()).parse(schema.$defs ?? {});
  return objectFields(Property.parse(schema), definitions, 0);
}

type Definitions = Readonly<Record<string, unknown>>;

function objectFields(of: Property, definitions: Definitions, depth: number): Field[] {
  return Object.entries(of.properties ?? {}).flatMap(([name, property]) => {
    const own = Property.parse(property);
    const needed = of.required?.includes(name) ?? false;
    return field(name, own, needed, definitions, depth) ?? [];
  });
}

function field(
  name: string,
  own: Property,
  needed: boolean,
  definitions: Definitions,
  depth: number,
): Field | null {
  const common = { name, label: labelOf(name), ...hintOf(own), required: needed };
  if (own.type === "array") return list(common, own, definitions, depth);
  if (own.type === "object")
    return { ...common, widget: "object", fields: objectFields(own, definitions, depth) };
  if (own.type === "boolean") return { ...common, widget: "boolean" };
  if (own.type === "integer") return { ...common, widget: "number", value_type: "int", step: 1 };
  if (own.collection !== undefined) return relation(common, own.collection);
  if (own.enum) {
    const options = own.enum.map((value) => ({ value, label: CHOICE_LABELS[value] ?? value }));
    return { ...common, widget: "select", options };
  }
  if (own.anyOf?.some(({ format }) => format === "date")) {
    return { ...common, widget: "datetime", type: "date", format: "YYYY-MM-DD" };
  }
  return text(common, own);
}

type Common = Pick<StringField, "name" | "label" | "hint" | "required">;

function text(common: Common, own: Property): StringField | TextField {
  const { minLength, maxLength = Infinity } = own;
  const patterns = own.pattern === undefined ? (own.allOf ?? []) : [{ pattern: own.pattern }];
  return {
    ...common,
    widget: LONG_TEXTS.has(common.name) ? "text" : "string",
    ...(own.format === "uri" && { type: "url" as const }),
    ...(minLength !== undefined && { minlength: minLength }),
    ...(maxLength !== Infinity && { maxlength: maxLength }),
    ...(patterns.length > 0 && {
      pattern: [allOf(patterns), `No vale así. ${own.description ?? ""}`] as [string, string],
    }),
  };
}

/** One pattern for those that all have to match. */
function allOf(patterns: readonly { readonly pattern: string }[]): string {
  if (patterns.length === 1) return patterns[0]?.pattern ?? "";
  return `^${patterns.map(({ pattern }) => `(?=${pattern.replace(/^\^/, "")})`).join("")}`;
}

function list(
  common: Common,
  own: Property,
  definitions: Definitions,
  depth: number,
): ListField | RelationField | null {
  const items = Property.parse(own.items);
  const bounds = {
    ...(own.minItems !== undefined && { min: own.minItems }),
    ...(own.maxItems !== undefined && { max: own.maxItems }),
  };
  if (items.collection !== undefined)
    return { ...relation(common, items.collection), multiple: true, ...bounds };
  const part =
    items.$ref === undefined ? items : Property.parse(definitions[items.$ref.replace("#/$defs/", "")]);
  if (part.type === "object") {
    if (items.$ref !== undefined && depth >= MAP_DEPTH) return null;
    const fields = objectFields(part, definitions, depth + 1);
    const [shown] = fields;
    return {
      ...common,
      widget: "list",
      ...bounds,
      collapsed: true,
      summary: `{{fields.${shown?.name ?? ""}}}`,
      fields,
    };
  }
  const inner = text({ name: "item", label: common.label, required: true }, part);
  return { ...common, widget: "list", ...bounds, field: inner };
}

function relation(common: Common, collection: string): RelationField {
  const [, pattern] = SOURCES[collection as Collection].split("/");
  const shown = SHOWN_BY[collection as Collection];
  return pattern === undefined
    ? {
        ...common,
        widget: "relation",
        collection: LISTS,
        file: collection,
        value_field: `${LIST_FIELD}.*.id`,
        display_fields: [`${LIST_FIELD}.*.${shown}`],
      }
    : { ...common, widget: "relation", collection, value_field: "{{slug}}", display_fields: [shown] };
}

/** The collection of files that list all their entries, and the field that such a file is. */
export const LISTS = "listas";
export const LIST_FIELD = "lista";

/** Its hints are Markdown, in which a tag would be HTML. */
function hintOf({ description }: Property): { hint?: string } {
  return description === undefined ? {} : { hint: `${description.replaceAll("<", "&lt;")}.` };
}

function labelOf(name: string): string {
  const label = (FIELD_LABELS as Readonly<Record<string, string | undefined>>)[name];
  if (label === undefined) throw new Error(`scripts/editor/labels.ts: «${name}» has no label.`);
  return label;
}
