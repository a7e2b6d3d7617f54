import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { reference as Reference } from "astro:content";
import { z } from "astro/zod";
import { es } from "zod/locales";
import { asServed } from "../aliases.ts";
import { contentSchemas } from "../../src/content-schemas.ts";
import { checkBody } from "./check-body.ts";
import { checkDownloads } from "./check-downloads.ts";
import type { ContentFault } from "./content-fault.ts";
import { livingPaths } from "./living-paths.ts";
import { readContent, type ContentText } from "./front-matter.ts";

/** A reference that says where it leads; whether there is something is looked up when all files are read. */
const Referenced = z.object({ collection: z.string(), id: z.string() });
const schemas = contentSchemas(((collection: string) =>
  z.string().transform((id) => ({ collection, id }))) as unknown as typeof Reference);
type Collection = keyof typeof schemas;

/** Each collection with the folder of its files, or its only file. */
const SOURCES: Readonly<Record<Collection, string>> = {
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
/** Where the pages of a collection are. */
const PAGES: Readonly<Partial<Record<Collection, string>>> = {
  articles: "/articulos/",
  questions: "/preguntas-frecuentes/",
  mindMaps: "/mapas/",
  resources: "/recursos/",
  topics: "/temas/",
  series: "/series/",
  authors: "/autores/",
};
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const COLLECTIONS = Object.keys(SOURCES) as Collection[];

interface Entry {
  readonly collection: Collection;
  readonly id: string;
  readonly file: string;
  readonly text: ContentText;
  /** Where the entry begins in its file's data. */
  readonly path: readonly PropertyKey[];
  readonly data: unknown;
}

/** Every fault of the files in `content`, in the order of the files. `root`: of the project. */
export function checkContent(root: string): ContentFault[] {
  const faults: ContentFault[] = [];
  const entries = COLLECTIONS.flatMap((collection) => readEntries(root, collection, faults));
  const ids = new Set(entries.map(({ collection, id }) => `${collection}/${id}`));
  const living = new Set([
    ...livingPaths(root),
    ...entries.map(({ collection, id }) => `${PAGES[collection] ?? ""}${id}/`),
  ]);
  for (const entry of entries) faults.push(...checkAliases(entry, living));
  for (const entry of entries) faults.push(...checkEntry(root, entry, ids));
  faults.push(...checkDownloads(root));
  return faults.sort((a, b) => a.file.localeCompare(b.file, "es") || a.line - b.line);
}

function readEntries(root: string, collection: Collection, faults: ContentFault[]): Entry[] {
  const [folder = "", pattern] = SOURCES[collection].split("/");
  if (pattern === undefined) return readList(root, collection, `content/${folder}`, faults);
  const ending = pattern.slice(1);
  return readdirSync(join(root, "content", folder), { withFileTypes: true }).flatMap((found) => {
    const file = `content/${folder}/${found.name}`;
    if (found.name.startsWith(".")) return [];
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
      return [];
    }
    const text = readContent(file, readFileSync(join(root, file), "utf8"));
    faults.push(...text.faults);
    if (text.faults.length > 0) return [];
    if (ending === ".mdx") faults.push(...checkBody(file, text));
    return [{ collection, id, file, text, path: [], data: text.data }];
  });
}

/** A file that lists all the entries of its collection. */
function readList(root: string, collection: Collection, file: string, faults: ContentFault[]): Entry[] {
  const text = readContent(file, readFileSync(join(root, file), "utf8"));
  faults.push(...text.faults);
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
  return list.map((data, at) => {
    const id = z.object({ id: z.string() }).safeParse(data).data?.id ?? "";
    if (seen.has(id)) {
      faults.push({
        file,
        line: text.lineOf([at]),
        field: "id",
        problem: `«${id}» está dos veces.`,
        whatToDo: "Quita uno o cámbiale el nombre.",
      });
    }
    seen.add(id);
    return { collection, id, file, text, path: [at], data };
  });
}

function checkEntry(root: string, entry: Entry, ids: ReadonlySet<string>): ContentFault[] {
  const { collection, file, text, path, data } = entry;
  const fault = (at: readonly PropertyKey[], problem: string, whatToDo: string): ContentFault => ({
    file,
    line: text.lineOf([...path, ...at]),
    ...(at.length > 0 && { field: at.map(String).join(".") }),
    problem,
    whatToDo,
  });
  const parsed = schemas[collection].safeParse(data ?? {}, { error: es().localeError });
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => {
      const at = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
      return fault(
        at,
        `${issue.message}.`,
        "Corrígelo en la cabecera; src/content-schemas.ts dice qué admite cada campo.",
      );
    });
  }
  const faults = referencesIn(parsed.data, [])
    .filter(({ to }) => !ids.has(to))
    .map(({ at, to }) =>
      fault(at, `no existe ${to}.`, "Escribe el nombre de uno que exista (sin .mdx ni .yaml) o créalo."),
    );
  const {
    publishedAt,
    updatedAt,
    file: download,
  } = z
    .object({ publishedAt: z.date().optional(), updatedAt: z.date().optional(), file: z.string().optional() })
    .parse(parsed.data);
  if (publishedAt && updatedAt && updatedAt < publishedAt) {
    faults.push(
      fault(
        ["updatedAt"],
        "es anterior a publishedAt.",
        "Pon el día de la última revisión, o quita el campo.",
      ),
    );
  }
  if (download !== undefined && !existsSync(join(root, "public", "descargas", download))) {
    faults.push(
      fault(["file"], `no está en public/descargas: «${download}».`, "Añade el archivo o corrige su nombre."),
    );
  }
  return faults;
}

/** An old address must not be that of a page or file; `living` grows with each, so that none is given twice. */
function checkAliases({ file, text, data }: Entry, living: Set<string>): ContentFault[] {
  const { aliases = [] } = z.object({ aliases: z.array(z.string()) }).safeParse(data).data ?? {};
  return aliases.flatMap((alias, at) => {
    const served = asServed(alias);
    const taken = living.has(served);
    living.add(served);
    if (!taken) return [];
    const problem = `${alias} ya es la dirección de otra página, archivo o alias.`;
    return [
      {
        file,
        line: text.lineOf(["aliases", at]),
        field: `aliases.${at}`,
        problem,
        whatToDo: "Quítala de aquí o de donde esté repetida.",
      },
    ];
  });
}

function referencesIn(
  value: unknown,
  at: readonly PropertyKey[],
): { at: readonly PropertyKey[]; to: string }[] {
  const found = Referenced.safeParse(value);
  if (found.success) return [{ at, to: `${found.data.collection}/${found.data.id}` }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => referencesIn(item, [...at, index]));
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, [...at, key]));
}
