import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { reference as Reference } from "astro:content";
import { z } from "astro/zod";
import type { MdastNode } from "satteri";
import { contentSchemas } from "../../src/content-schemas.ts";
import type { ContentFault } from "./content-fault.ts";
import { readContent, type ContentText } from "./front-matter.ts";
import { parseBody } from "./mdx-body.ts";

/** A reference that says where it leads; whether there is something is looked up when all files are read. */
export const Referenced = z.object({ collection: z.string(), id: z.string() });
/** The schemas that the site is built with. */
export const SCHEMAS = contentSchemas(((collection: string) =>
  z.string().transform((id) => ({ collection, id }))) as unknown as typeof Reference);
export type Collection = keyof typeof SCHEMAS;

/** Each collection with the folder of its files, or its only file. */
export const SOURCES: Readonly<Record<Collection, string>> = {
  articles: "articles/*.mdx",
  questions: "faq/*.mdx",
  mindMaps: "mindmaps/*.yaml",
  resources: "resources/*.mdx",
  terms: "glossary/*.yaml",
  pages: "pages/*.mdx",
  authors: "authors/*.yaml",
  topics: "topics.yaml",
  series: "series.yaml",
};
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const COLLECTIONS = Object.keys(SOURCES) as Collection[];

export interface Entry {
  readonly collection: Collection;
  readonly id: string;
  readonly file: string;
  readonly text: ContentText;
  /** Where the entry begins in its file's data. */
  readonly path: readonly PropertyKey[];
  readonly data: unknown;
  /** What stands below the header; null where there is nothing, or nothing that can be read. */
  readonly tree: MdastNode | null;
}

export interface ReadEntries {
  readonly entries: readonly Entry[];
  /** Files that could not become an entry. */
  readonly faults: readonly ContentFault[];
}

/** `root`: of the project. */
export function readEntries(root: string): ReadEntries {
  const read = COLLECTIONS.map((collection) => {
    const [folder = "", pattern] = SOURCES[collection].split("/");
    return pattern === undefined
      ? readList(root, collection, `content/${folder}`)
      : readFolder(root, collection, folder, pattern.slice(1));
  });
  return { entries: read.flatMap(({ entries }) => entries), faults: read.flatMap(({ faults }) => faults) };
}

function readFolder(root: string, collection: Collection, folder: string, ending: string): ReadEntries {
  const entries: Entry[] = [];
  const faults: ContentFault[] = [];
  for (const found of readdirSync(join(root, "content", folder), { withFileTypes: true })) {
    const file = `content/${folder}/${found.name}`;
    if (found.name.startsWith(".")) continue;
    const id = found.name.slice(0, -ending.length);
    if (found.isDirectory() || !found.name.endsWith(ending) || !SLUG.test(id)) {
      faults.push({
        file,
        line: 1,
        problem: found.isDirectory()
          ? "es una carpeta, y aquí solo caben archivos."
          : "su nombre no vale para una dirección.",
        whatToDo: `Ponlo en content/${folder}/ con un nombre de minúsculas sin tildes ni eñes, cifras y guiones, y que acabe en ${ending}.`,
      });
      continue;
    }
    const text = readContent(file, readFileSync(join(root, file), "utf8"));
    faults.push(...text.faults);
    if (text.faults.length > 0) continue;
    const { tree, faults: ofBody } = ending === ".mdx" ? parseBody(file, text) : { tree: null, faults: [] };
    faults.push(...ofBody);
    entries.push({ collection, id, file, text, path: [], data: text.data, tree });
  }
  return { entries, faults };
}

/** A file that lists all the entries of its collection. */
function readList(root: string, collection: Collection, file: string): ReadEntries {
  const text = readContent(file, readFileSync(join(root, file), "utf8"));
  const faults = [...text.faults];
  const list: readonly unknown[] = Array.isArray(text.data) ? text.data : [];
  if (text.faults.length === 0 && !Array.isArray(text.data)) {
    faults.push({
      file,
      line: 1,
      problem: "no es una lista.",
      whatToDo: "Empieza cada entrada con un guion: «- id: …», como en las demás.",
    });
  }
  const seen = new Set<string>();
  const entries = list.map((data, at): Entry => {
    const id = z.object({ id: z.string() }).safeParse(data).data?.id ?? "";
    if (seen.has(id)) {
      faults.push({
        file,
        ...text.placeOf([at, "id"]),
        field: "id",
        problem: `«${id}» está dos veces.`,
        whatToDo: "Quita uno o cámbiale el nombre.",
      });
    }
    seen.add(id);
    return { collection, id, file, text, path: [at], data, tree: null };
  });
  return { entries, faults };
}
