import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { faultText } from "./edit/content-fault.ts";
import { readContent } from "./edit/front-matter.ts";

/** Collections whose pages may have moved: the folder of their files, and where their pages are. */
const MOVABLE = [
  { folder: "articles", path: "/articulos/" },
  { folder: "faq", path: "/preguntas-frecuentes/" },
  { folder: "mindmaps", path: "/mapas/" },
  { folder: "resources", path: "/recursos/" },
  { folder: "glossary", path: "/glosario/" },
] as const;

const Aliased = z.object({
  aliases: z.array(z.string()).nullish(),
  draft: z.boolean().nullish(),
  publishedAt: z.iso.date().nullish(),
});

interface Page {
  readonly file: string;
  readonly path: string;
  readonly aliases: readonly string[];
}

/**
 * Every old address with the one that it leads to now, in one hop, for Astro's `redirects`. What is not published yet is left out.
 * `today` is `YYYY-MM-DD` in Europe/Madrid. Throws with the name of the file when an alias is a page of its own or is given twice.
 */
export function readAliases(
  content: string,
  today: string,
): Record<string, { readonly status: 301; readonly destination: string }> {
  const paths = allAliases(content, today).filter(([alias]) => !isQuery(alias));
  return Object.fromEntries(paths.map(([alias, destination]) => [alias, { status: 301, destination }]));
}

/**
 * Lines of `_redirects` for old addresses that are the home page's with a question (`/?p=12`, WordPress's own): Astro's redirects are of
 * paths alone. `!`: though there is a page at that path.
 */
export function queryRedirects(content: string, today: string): string[] {
  return allAliases(content, today)
    .filter(([alias]) => isQuery(alias))
    .map(([alias, destination]) => `/ ${alias.slice("/?".length)} ${destination} 301!`);
}

function allAliases(content: string, today: string): [string, string][] {
  const pages = MOVABLE.flatMap(({ folder, path }) => pagesIn(join(content, folder), path, today));
  const owners = new Map(pages.map(({ file, path }) => [path, file]));
  return pages.flatMap(({ file, path, aliases }) =>
    aliases.map((alias): [string, string] => {
      const owner = owners.get(alias);
      if (owner !== undefined) throw new Error(`${file}: el alias ${alias} ya es la dirección de ${owner}.`);
      owners.set(alias, file);
      return [alias, path];
    }),
  );
}

function isQuery(alias: string): boolean {
  return alias.startsWith("/?");
}

function pagesIn(folder: string, path: string, today: string): Page[] {
  return readdirSync(folder)
    .filter((file) => /\.(mdx?|yaml)$/.test(file))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      const { data, faults } = readContent(file, readFileSync(file, "utf8"));
      if (faults.length > 0) throw new Error(faults.map(faultText).join("\n"));
      const { aliases, draft, publishedAt } = Aliased.parse(data ?? {});
      if (draft || (publishedAt && publishedAt > today)) return [];
      return [
        { file, path: `${path}${name.replace(/\.\w+$/, "")}/`, aliases: (aliases ?? []).map(asServed) },
      ];
    });
}

/** A page's address ends in a slash; a file's (`/2014/05/uno.html`) doesn't. */
export function asServed(alias: string): string {
  return isQuery(alias) || /(?:\/|\.[A-Za-z0-9]+)$/.test(alias) ? alias : `${alias}/`;
}
