// `node scripts/editor-hints.ts`: what VS Code knows of our texts, written anew from their schemas and components.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { EDITOR_COMPONENTS, type ComponentField, type EditorComponent } from "./edit/components.ts";
import { SOURCES, type Collection } from "./edit/content-entries.ts";
import { headerSchema, listSchema } from "./edit/field-schemas.ts";

const SNIPPETS = ".vscode/makethejobs.code-snippets";
const SETTINGS = ".vscode/settings.json";

/** Each file with its text, as the formatter has it. */
export async function editorHints(): Promise<ReadonlyMap<string, string>> {
  const collections = (Object.keys(SOURCES) as Collection[]).filter((one) => SOURCES[one].endsWith(".yaml"));
  const schemas = collections.map((collection): readonly [string, object] => [
    schemaFile(collection),
    SOURCES[collection].includes("*") ? headerSchema(collection) : listSchema(collection),
  ]);
  const files: readonly (readonly [string, object])[] = [
    ...schemas,
    [SNIPPETS, componentSnippets()],
    [SETTINGS, settings(collections)],
  ];
  const texts = files.map(async ([path, value]): Promise<[string, string]> => [
    path,
    await format(JSON.stringify(value, null, 2), { filepath: path, printWidth: 110 }),
  ]);
  return new Map(await Promise.all(texts));
}

function schemaFile(collection: Collection): string {
  return `.vscode/schemas/${collection}.json`;
}

function settings(collections: readonly Collection[]): object {
  return {
    "yaml.schemas": Object.fromEntries(
      collections.map((collection) => [`./${schemaFile(collection)}`, `content/${SOURCES[collection]}`]),
    ),
    "[mdx]": { "editor.wordWrap": "on", "editor.quickSuggestions": { other: "on", strings: "on" } },
    "files.eol": "\n",
    "files.insertFinalNewline": true,
    // Two blanks at the end of a line break it, in Markdown.
    "[markdown]": { "files.trimTrailingWhitespace": false },
  };
}

/** One for each component: its name is what one types. */
function componentSnippets(): object {
  return Object.fromEntries(
    Object.entries(EDITOR_COMPONENTS).map(([name, component]) => [
      component.label,
      { scope: "mdx", prefix: [name, component.label], body: componentBody(name, component) },
    ]),
  );
}

function componentBody(name: string, { holds, fields }: EditorComponent): string[] {
  const needed = Object.entries(fields).filter(([field, { required }]) => required || isAsked(name, field));
  const attributes = needed.map(([field, { kind, label }], at) => attribute(field, kind, label, at + 1));
  const tag = [name, ...attributes].join(" ");
  const last = needed.length + 1;
  switch (holds) {
    case "nothing":
      return [`<${tag} />`];
    case "words":
      return [`<${tag}>\${${last}:palabras}</${name}>`];
    case "text":
      return [`<${tag}>`, "", `\${${last}:Texto.}`, "", `</${name}>`];
    case "list":
      return [`<${tag}>`, "", `- \${${last}:Uno.}`, `- \${${last + 1}:Otro.}`, "", `</${name}>`];
    case "numbered list":
      return [`<${tag}>`, "", `1. \${${last}:Uno.}`, `2. \${${last + 1}:Otro.}`, "", `</${name}>`];
    case "table":
      return [
        `<${tag}>`,
        "",
        `| \${${last}:Qué} | \${${last + 1}:Uno} | \${${last + 2}:Otro} |`,
        "| --- | --- | --- |",
        `| \${${last + 3}:Fila} |  |  |`,
        "",
        `</${name}>`,
      ];
  }
}

/** What a figure, a box or a quotation is seldom right without. */
function isAsked(name: string, field: string): boolean {
  const asked: Readonly<Record<string, readonly string[]>> = {
    Figure: ["alt", "source", "licence"],
    Aside: ["type", "title"],
    Quote: ["author", "source", "url"],
  };
  return asked[name]?.includes(field) ?? false;
}

function attribute(field: string, kind: ComponentField["kind"], label: string, place: number): string {
  if (kind === "flag") return field;
  const value =
    typeof kind === "object" && "oneOf" in kind
      ? `\${${place}|${kind.oneOf.join(",")}|}`
      : `\${${place}:${label}}`;
  return `${field}="${value}"`;
}

async function main(root: string): Promise<void> {
  for (const [path, text] of await editorHints()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

if (import.meta.main) await main(fileURLToPath(new URL("..", import.meta.url)));
