import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { buildIndex } from "../src/search/build-index.ts";
import type { Search } from "../src/search/engine.ts";
import type { SynonymRule, WholeIndex } from "../src/search/index-file.ts";
import type { Findable } from "../src/search/pages.ts";
import { parseSynonyms } from "../src/search/synonyms.ts";
import { readFindable } from "./findable-files.ts";

const Expected = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());
const Half = z.union([z.record(z.string(), Expected), z.array(z.string())]);
const QuerySet = z.record(z.string(), z.object({ tuned: Half, held: Half }));

export type HalfName = "tuned" | "held";

/** What somebody types, and the pages that will do; none: nothing may be found. */
export interface Query {
  readonly text: string;
  readonly expected: readonly string[];
}

export interface QueryClass {
  readonly name: string;
  readonly halves: Readonly<Record<HalfName, readonly Query[]>>;
}

export interface Score {
  readonly asked: number;
  readonly answered: number;
  /** What was not answered, with what came instead. */
  readonly missed: readonly string[];
}

const FIRST = 3;

export function readQueries(file: string): QueryClass[] {
  const set = QuerySet.parse(parse(readFileSync(file, "utf8")));
  return Object.entries(set).map(([name, { tuned, held }]) => ({
    name,
    halves: { tuned: queriesOf(tuned), held: queriesOf(held) },
  }));
}

function queriesOf(half: z.infer<typeof Half>): Query[] {
  return Array.isArray(half)
    ? half.map((text) => ({ text, expected: [] }))
    : Object.entries(half).map(([text, expected]) => ({ text, expected }));
}

/** The pages of this checkout, the editors' synonyms, and the index of both. */
export function readSite(root: string): {
  pages: Findable[];
  synonyms: SynonymRule[];
  index: WholeIndex;
} {
  const content = join(root, "content");
  const pages = readFindable(content);
  const synonyms = parseSynonyms(readFileSync(join(content, "synonyms.yaml"), "utf8"));
  return { pages, synonyms, index: buildIndex(pages, synonyms) };
}

/** An answer is right when one of the expected pages is among the first three, or when nothing is found where nothing should. */
export function scoreQueries(search: Pick<Search, "find">, queries: readonly Query[]): Score {
  const missed = queries.flatMap(({ text, expected }) => {
    const first = search
      .find(text)
      .hits.slice(0, FIRST)
      .map(({ page }) => nameOf(page.url));
    const isRight =
      expected.length === 0 ? first.length === 0 : first.some((name) => expected.includes(name));
    return isRight ? [] : [`«${text}» → ${first.join(", ") || "nada"}`];
  });
  return { asked: queries.length, answered: queries.length - missed.length, missed };
}

/** How much of it has an expected page first of all. */
export function shareOfFirst(search: Pick<Search, "find">, queries: readonly Query[]): number {
  const first = queries.filter(({ text, expected }) => {
    const [hit] = search.find(text).hits;
    return hit !== undefined && expected.includes(nameOf(hit.page.url));
  });
  return first.length / queries.length;
}

const FOLDERS: Readonly<Record<string, string>> = {
  articulos: "articulo",
  "preguntas-frecuentes": "pregunta",
  glosario: "termino",
  mapas: "mapa",
  recursos: "recurso",
};

/** `/glosario/roi/` → `termino/roi`, `/normas/` → `pagina/normas`. */
export function nameOf(url: string): string {
  const [, folder = "", name] = /^\/([^/]+)\/([^/]+)?/.exec(url) ?? [];
  if (name === undefined) return `pagina/${folder}`;
  return `${FOLDERS[folder] ?? folder}/${name}`;
}
