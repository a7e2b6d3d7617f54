import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EditorComponentDefinition, EntryCollection, Field, FileCollection } from "@sveltia/cms";
import { describe, expect, test } from "vitest";
import { checkContent } from "../../../scripts/edit/check-content.ts";
import { readEntries, SOURCES, type Collection } from "../../../scripts/edit/content-entries.ts";
import { EDITOR_COMPONENTS } from "../../../scripts/edit/components.ts";
import { headerSchema } from "../../../scripts/edit/field-schemas.ts";
import { editorRepository, LOCAL } from "../../../scripts/editor/build-editor.ts";
import { COMPONENT_FORMS } from "../../../scripts/editor/component-forms.ts";
import { editorConfig } from "../../../scripts/editor/config.ts";
import { fieldsOf, LIST_FIELD, LISTS, MAP_DEPTH } from "../../../scripts/editor/fields.ts";
import { EDITOR_HEADERS, editorPage } from "../../../scripts/editor/page.ts";
import { outlineNode, type OutlineNode } from "../../../src/maps/outline.ts";
import { article, GOOD, smallSite } from "../small-site.ts";

const COLLECTIONS = Object.keys(SOURCES) as Collection[];
const config = editorConfig(LOCAL, "https://makethejobs.example");
const folders = (config.collections ?? []).filter((one): one is EntryCollection => "folder" in one);
const files = (config.collections ?? [])
  .filter((one): one is FileCollection => "files" in one)
  .flatMap((one) => one.files);

/** A field as far as tests look at it, and those inside it. */
type Seen = {
  name: string;
  label?: string;
  widget?: string;
  collection?: string;
  file?: string;
  value_field?: string;
} & {
  required?: boolean;
  hint?: string;
  fields?: Seen[];
  field?: Seen;
  options?: unknown[];
  maxlength?: number;
  min?: number;
  max?: number;
};
/** The component that a form writes. */
const componentOf = ({ id }: EditorComponentDefinition): string => id.split("-")[0] ?? "";
const within = (fields: readonly Field[]): Seen[] =>
  (fields as Seen[]).flatMap((one) => [one, ...within(one.fields ?? [])]);

describe.each(COLLECTIONS)("%s", (collection) => {
  const schema = headerSchema(collection);
  const fields = fieldsOf(collection) as Seen[];

  test("has a field for every key of its schema, and for no other", () => {
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.properties ?? {}));
  });

  test("every field, however deep, has its Spanish label and says what it is for", () => {
    for (const { name, label, hint } of within(fields)) {
      expect(label, name).toMatch(/^[A-ZÁÉÍÓÚÑ¿]/);
      expect(hint, name).toMatch(/^[^<]{6,}\.$/);
    }
  });

  test("what has to be there is asked for, with the limits of the schema", () => {
    for (const field of fields) {
      const property = (schema.properties as Record<string, Record<string, unknown>>)[field.name] ?? {};
      expect(field.required, field.name).toBe((schema.required as string[]).includes(field.name));
      expect(field.maxlength, field.name).toBe(property["maxLength"]);
      expect([field.min, field.max], field.name).toEqual([property["minItems"], property["maxItems"]]);
    }
  });
});

test("each collection is edited where its files lie, and relations lead to one that there is", () => {
  expect(
    [
      ...folders.map(({ folder, extension }) => `${folder}/*.${String(extension)}`),
      ...files.map(({ file }) => file),
    ].sort(),
  ).toEqual(COLLECTIONS.map((one) => `content/${SOURCES[one]}`).sort());
  const all = [
    ...folders.flatMap(({ fields }) => within(fields)),
    ...files.flatMap(({ fields }) => within(fields)),
  ];
  const relations = [...all, ...COMPONENT_FORMS.flatMap(({ fields }) => within(fields))].flatMap((one) =>
    one.widget === "relation" ? [one] : [],
  );
  expect(relations.length).toBeGreaterThan(10);
  for (const { collection, file, value_field: value } of relations) {
    if (collection === LISTS) {
      expect(files.map(({ name }) => name)).toContain(file);
      expect(value).toBe(`${LIST_FIELD}.*.id`);
    } else expect(folders.map(({ name }) => name)).toContain(collection);
  }
});

test("every map that there is fits into the form", () => {
  const depth = (nodes: readonly OutlineNode[]): number =>
    nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children = [] }) => depth(children)));
  const maps = readEntries(process.cwd()).entries.filter(({ collection }) => collection === "mindMaps");
  expect(maps.length).toBeGreaterThan(1);
  for (const { data } of maps) {
    expect(depth(outlineNode.array().parse((data as { nodes: unknown }).nodes))).toBeLessThanOrEqual(
      MAP_DEPTH,
    );
  }
});

test("every component is a form with all of its attributes", () => {
  expect([...new Set(COMPONENT_FORMS.map(componentOf))]).toEqual(Object.keys(EDITOR_COMPONENTS));
  for (const form of COMPONENT_FORMS) {
    const { id, fields } = form;
    const own = EDITOR_COMPONENTS[componentOf(form)];
    const attributes = Object.keys(own?.fields ?? {});
    // Which of two forms it is says what the flag would.
    const [flag] = Object.values(own?.fields ?? {}).flatMap(({ notWith }) => notWith ?? []);
    const left = (name: string) => name === flag || (id.includes("-") && own?.fields[name]?.notWith === flag);
    expect(
      fields
        .map(({ name }) => name)
        .filter((name) => attributes.includes(name))
        .sort(),
      id,
    ).toEqual(attributes.filter((name) => !left(name)).sort());
    expect(
      fields.some(({ name }) => !attributes.includes(name)),
      id,
    ).toBe(own?.holds !== "nothing");
    for (const field of within(fields)) expect(field.label, `${id} ${field.name}`).toMatch(/^[A-ZÁÉÍÓÚÑ]/);
  }
});

/** What each check wants of a component whose form was left empty, by the names of attributes. */
function demandedOf({ toBlock }: EditorComponentDefinition): string[] {
  const root = smallSite();
  writeFileSync(join(root, "content/articles/roto.mdx"), article(GOOD, toBlock({})));
  return checkContent(root, "2026-06-01")
    .filter(({ file }) => file === "content/articles/roto.mdx")
    .flatMap(({ problem }) => [...(/^a <\w+> le falta «(\w+)»/.exec(problem)?.slice(1) ?? [])]);
}

test.each(COMPONENT_FORMS)(
  "the form of $id asks for what the checks demand, first, and for nothing else",
  (form) => {
    const own = EDITOR_COMPONENTS[componentOf(form)]?.fields ?? {};
    const attributes = (form.fields as Seen[]).filter(({ name }) => name in own);
    const required = attributes.filter((field) => field.required !== false).map(({ name }) => name);
    expect([...required].sort()).toEqual(demandedOf(form).sort());
    expect(attributes.map(({ name }) => name).slice(0, required.length)).toEqual(required);
  },
);

test("what has to be written stands first, then the text, then what may wait", () => {
  const articles = folders.find(({ name }) => name === "articles");
  expect(articles?.fields.map(({ name }) => name).slice(0, 7)).toEqual([
    "title",
    "description",
    "publishedAt",
    "author",
    "topics",
    "draft",
    "body",
  ]);
});

test("every switch is off where nothing is written: one that is off is not written", () => {
  const switches = COLLECTIONS.flatMap((collection) => {
    const { properties = {} } = headerSchema(collection);
    return Object.entries(properties as Record<string, { type?: string; default?: unknown }>)
      .filter(([, { type }]) => type === "boolean")
      .map(([name, of]) => [name, of.default]);
  });
  expect(switches.length).toBeGreaterThan(4);
  for (const [name, otherwise] of switches) expect(otherwise, String(name)).toBe(false);
});

test("its page asks nobody else, is not for search engines, and no text ends its configuration", () => {
  expect(EDITOR_HEADERS["Content-Security-Policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' data: blob: https://api.github.com; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  const page = editorPage({ title: "</script><script>alert(1)</script>" });
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
});

test("it is built only when asked for, for one repository that is named", () => {
  expect(editorRepository({})).toBeNull();
  expect(editorRepository({ EDITOR: "off", EDITOR_REPO: "una/web" })).toBeNull();
  expect(editorRepository({ EDITOR: "on", EDITOR_REPO: "una/web" })).toEqual({
    name: "una/web",
    branch: "main",
  });
  expect(() => editorRepository({ EDITOR: "on" })).toThrow("EDITOR_REPO");
});
