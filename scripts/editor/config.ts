import type { CmsConfig, Collection as EditorCollection, EntryCollection, Field } from "@sveltia/cms";
import { COMPONENT_FORMS, FIGURES } from "./component-forms.ts";
import { SOURCES, type Collection } from "../edit/content-entries.ts";
import { FORMATS, ORIGIN } from "./formats.ts";
import { fieldsOf, LIST_FIELD, LISTS } from "./fields.ts";
import { SHOWN_BY } from "./labels.ts";

/** What a collection is called in the editor: all of it, and one of it. */
const NAMES: Readonly<Record<Collection, readonly [string, string]>> = {
  articles: ["Artículos", "Artículo"],
  questions: ["Preguntas frecuentes", "Pregunta"],
  mindMaps: ["Mapas mentales", "Mapa"],
  resources: ["Recursos", "Recurso"],
  terms: ["Glosario", "Término"],
  pages: ["Páginas", "Página"],
  authors: ["Firmas", "Firma"],
  topics: ["Temas", "Tema"],
  series: ["Series", "Serie"],
};
/** Pages are made by whoever programs: their addresses are written in the code. */
const FIXED: ReadonlySet<Collection> = new Set(["pages"]);

/** Where texts are kept; without it they are those of a folder of this computer. */
export interface Repository {
  readonly name: string;
  readonly branch: string;
}

/** The whole configuration of the web editor, from our schemas and components. */
export function editorConfig(repository: Repository, siteUrl: string): CmsConfig {
  const collections = Object.keys(SOURCES) as Collection[];
  const listed = collections.filter((one) => !SOURCES[one].includes("*"));
  return {
    load_config_file: false,
    backend: { name: "github", repo: repository.name, branch: repository.branch, auth_methods: ["token"] },
    publish_mode: "editorial_workflow",
    app_title: "Makethejobs: redacción",
    site_url: siteUrl,
    logo: { src: "/icon.svg" },
    show_preview_links: false,
    media_folder: "content/figures",
    public_folder: FIGURES,
    media_libraries: { default: { config: { slugify_filename: true } }, stock_assets: { providers: [] } },
    slug: { encoding: "ascii", clean_accents: true },
    output: { omit_empty_optional_fields: true, yaml: { indent_sequences: true } },
    collections: [
      ...collections.filter((one) => !listed.includes(one)).map(folder),
      {
        name: LISTS,
        label: "Temas y series",
        files: listed.map((one) => ({
          name: one,
          label: NAMES[one][0],
          file: `content/${SOURCES[one]}`,
          fields: [
            {
              name: LIST_FIELD,
              label: NAMES[one][0],
              label_singular: NAMES[one][1],
              widget: "list",
              root: true,
              collapsed: true,
              summary: `{{fields.${SHOWN_BY[one]}}}`,
              fields: fieldsOf(one),
            },
          ],
        })),
      } satisfies EditorCollection,
    ],
  };
}

function folder(collection: Collection): EntryCollection {
  const [name = "", pattern = ""] = SOURCES[collection].split("/");
  const text = pattern.endsWith(".mdx");
  return {
    name: collection,
    label: NAMES[collection][0],
    label_singular: NAMES[collection][1],
    folder: `content/${name}`,
    extension: pattern.slice("*.".length),
    format: text ? FORMATS.mdx : FORMATS.yaml,
    identifier_field: SHOWN_BY[collection],
    slug: `{{${SHOWN_BY[collection]}}}`,
    create: !FIXED.has(collection),
    delete: !FIXED.has(collection),
    editor: { preview: false },
    fields: [...inOrder(fieldsOf(collection), text ? [BODY] : []), { name: ORIGIN, widget: "hidden" }],
  };
}

/** What has to be written, whether it is shown, the text, and then what may be left for later. */
function inOrder(fields: readonly Field[], text: readonly Field[]): Field[] {
  const first = (field: Field): boolean =>
    ("required" in field && field.required === true) || field.name === "draft";
  const needed = fields.filter(first).sort((a, b) => Number(a.name === "draft") - Number(b.name === "draft"));
  return [...needed, ...text, ...fields.filter((field) => !first(field))];
}

const BODY: Field = {
  name: "body",
  label: "Texto",
  hint: "Markdown y los componentes del menú «Insertar». Nada de HTML ni de llaves.",
  widget: "richtext",
  modes: ["rich_text", "raw"],
  buttons: [
    "bold",
    "italic",
    "link",
    "heading-two",
    "heading-three",
    "quote",
    "bulleted-list",
    "numbered-list",
  ],
  editor_components: COMPONENT_FORMS.map(({ id }) => id),
  linked_images: false,
  use_emoji_autocomplete: false,
};
