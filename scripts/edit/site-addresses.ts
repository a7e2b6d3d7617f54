import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createHeadingIds, isPageId } from "../../src/markdown/heading-ids.ts";
import { authorPath, downloadPath, PAGES, seriesPath } from "../../src/urls.ts";
import { asServed } from "../aliases.ts";
import { SOURCES, type Collection, type Entry } from "./content-entries.ts";
import { allBelow, wordsOf } from "./mdx-body.ts";

/** Where the pages of a collection are; each is named by its entry. */
export const FOLDERS: Readonly<Partial<Record<Collection, string>>> = {
  articles: PAGES.articles,
  questions: PAGES.questions,
  mindMaps: PAGES.maps,
  resources: PAGES.resources,
  terms: PAGES.glossary,
  topics: PAGES.topics,
  series: seriesPath("").replace("//", "/"),
  authors: authorPath("").replace("//", "/"),
};

/** Every address that a text may lead to. */
export interface SiteAddresses {
  /** Pages and files of the code, and those that editors' files make. */
  readonly living: ReadonlySet<string>;
  /** The entry that a page is made of, as `collection/id`. */
  entryAt(path: string): Entry | undefined;
  /** Where an old address leads. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether something answers there, pages on demand included. */
  leads(path: string): boolean;
  /** Whether the page has something with that id. */
  hasId(path: string, id: string): boolean;
}

export function pageOf({ collection, id }: Entry): string | undefined {
  const folder = FOLDERS[collection];
  return folder === undefined ? undefined : `${folder}${id}/`;
}

/** The page that a file of `content/` is, whether or not it can be read. */
export function pageOfFile(file: string): string | undefined {
  const [, folder = "", name = ""] = file.split("/");
  const [collection] = Object.entries(SOURCES).find(([, source]) => source.startsWith(`${folder}/`)) ?? [];
  const page = FOLDERS[collection as Collection];
  return page === undefined ? undefined : `${page}${name.replace(/\.\w+$/, "")}/`;
}

export function siteAddresses(root: string, entries: readonly Entry[]): SiteAddresses {
  const routes = globSync("**/*.{astro,ts}", { cwd: join(root, "src", "pages") })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/(?:^|\/)_/.test(file));
  const files = globSync("**/*.*", { cwd: join(root, "public") }).map(
    (file) => `/${file.replaceAll("\\", "/")}`,
  );
  const byPage = new Map(entries.flatMap((entry) => [[pageOf(entry) ?? "", entry] as const]));
  byPage.delete("");
  const living = new Set([
    ...routes.filter((file) => !file.includes("[")).map(pathOf),
    ...files,
    ...files.filter((file) => file.startsWith(downloadPath(""))).map(asOffice),
    ...byPage.keys(),
  ]);
  // What is made of downloads is listed with them.
  const patterns = routes
    .filter((file) => file.includes("[") && !file.startsWith("descargas/"))
    .map(patternOf);
  const aliases = new Map(
    entries.flatMap((entry) => aliasesIn(entry.data).map((alias) => [asServed(alias), pageOf(entry) ?? ""])),
  );
  const idsOf = idsOfPages(root, entries);
  return {
    living,
    aliases,
    entryAt: (path) => byPage.get(path),
    leads: (path) =>
      living.has(path) || (patterns.some((pattern) => pattern.test(path)) && ownerLives(path, living)),
    hasId: (path, id) => idsOf(path, byPage.get(path)).has(id),
  };
}

/** What the build makes of a template, for Word or Excel. */
function asOffice(file: string): string {
  return file.replace(/\.md$/, ".docx").replace(/\.csv$/, ".xlsx");
}

function pathOf(file: string): string {
  const name = file.replace(/\.(?:astro|ts)$/, "").replace(/(?:^|\/)index$/, "");
  return file.endsWith(".ts") ? `/${name}` : `/${name}/`.replace("//", "/");
}

function patternOf(file: string): RegExp {
  const source = pathOf(file)
    .replace(/[.+]/g, "\\$&")
    .replace(/\[\\\.\\\.\\\.\w+\]/g, ".+")
    .replace(/\[\w+\]/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

/** `/articulos/x/comentarios/` and `/mapas/x.svg` live as long as the page that they belong to. Further pages of a list have a number. */
function ownerLives(path: string, living: ReadonlySet<string>): boolean {
  const [, folder = "", name = ""] = path.split("/");
  const owned = Object.values(FOLDERS).includes(`/${folder}/`);
  return !owned || /^\d+$/.test(name) || living.has(`/${folder}/${name.replace(/\.\w+$/, "")}/`);
}

function aliasesIn(data: unknown): string[] {
  const found = typeof data === "object" && data !== null && "aliases" in data ? data.aliases : [];
  return Array.isArray(found) ? found.filter((alias) => typeof alias === "string") : [];
}

const ID_IN_MARKUP = /\bid="([^"{}]+)"/g;

/** The ids on a page: those of its headings, and those that components and layouts write out. */
function idsOfPages(
  root: string,
  entries: readonly Entry[],
): (path: string, entry: Entry | undefined) => ReadonlySet<string> {
  let written: ReadonlySet<string> | undefined;
  const inMarkup = (): ReadonlySet<string> =>
    (written ??= new Set(
      globSync("{pages,ui,layouts}/**/*.astro", { cwd: join(root, "src") }).flatMap((file) =>
        [...readFileSync(join(root, "src", file), "utf8").matchAll(ID_IN_MARKUP)].map(([, id = ""]) => id),
      ),
    ));
  const listed = new Map<string, (entry: Entry) => string[]>([
    [PAGES.glossary, ({ collection, id }) => (collection === "terms" ? [id] : [])],
    [
      PAGES.questions,
      ({ collection, id, data }) => (collection === "questions" ? [id, `tema-${themeOf(data)}`] : []),
    ],
  ]);
  return (path, entry) => {
    const list = listed.get(path);
    if (list !== undefined) return new Set([...inMarkup(), ...entries.flatMap(list)]);
    const page =
      entry ?? entries.find(({ collection, id }) => collection === "pages" && pageText(path) === id);
    return new Set([...inMarkup(), ...(page === undefined ? [] : headingIds(page))]);
  };
}

/** The text of `content/pages` that a page of the code shows. */
function pageText(path: string): string {
  return path.replace(/^\/|\/$/g, "").replaceAll("/", "-");
}

function themeOf(data: unknown): string {
  return typeof data === "object" && data !== null && "theme" in data ? String(data.theme) : "";
}

export function headingIds({ collection, tree }: Entry): string[] {
  const idOf = createHeadingIds(collection === "pages" ? "page" : "article");
  return tree === null
    ? []
    : allBelow(tree).flatMap((node) => (node.type === "heading" ? [idOf(wordsOf(node))] : []));
}

/** An id that the frame of every page has. */
export function isFrameId(id: string, { collection }: Entry): boolean {
  return isPageId(id, collection === "pages" ? "page" : "article");
}
