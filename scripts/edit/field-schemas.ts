import { z } from "astro/zod";
import { SCHEMAS, type Collection } from "./content-entries.ts";

/** What a collection's header admits, as JSON Schema: for hints, for VS Code, for a form. */
export function headerSchema(collection: Collection): z.core.JSONSchema.BaseSchema {
  return jsonSchema(SCHEMAS[collection]);
}

/** The same for a file that lists all of a collection. */
export function listSchema(collection: Collection): z.core.JSONSchema.BaseSchema {
  return jsonSchema(z.array(SCHEMAS[collection]));
}

/** Any schema of editors' files, as JSON Schema. */
export function jsonSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    // A day may be written with quotes or without; both are texts for an editor.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date" });
    },
  });
}

function isDay({ anyOf = [] }: z.core.JSONSchema.BaseSchema): boolean {
  return anyOf.some((one) => typeof one === "object" && one.format === "date");
}

/** What is said about a field beside its schema; for a key that doesn't exist, which ones do. */
export function hintFor(collection: Collection, path: readonly PropertyKey[]): string {
  const [field] = path.filter((step) => typeof step === "string");
  const { properties = {} } = headerSchema(collection);
  const known = field === undefined ? undefined : properties[field];
  if (typeof known === "object" && known.description !== undefined) {
    const example = isDay(known) ? ` Se escribe así: ${field ?? ""}: 2026-03-09` : "";
    return `${known.description}.${example}`;
  }
  return `Los campos que hay son: ${Object.keys(properties).join(", ")}.`;
}
