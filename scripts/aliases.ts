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
  const pages = MOVABLE.flatMap(({ folder, path }) => pagesIn(join(content, folder), path, today));
  const owners = new Map(pages.map(({ file, path }) => [path, file]));
  const redirects: ReturnType<typeof readAliases> = {};
  for (const { file, path, aliases } of pages) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined) throw new Error(`${file}: el alias ${alias} ya es la dirección de ${owner}.`);
      owners.set(alias, file);
      redirects[alias] = { status: 301, destination: path };
    }
  }
  return redirects;
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
  return /(?:\/|\.[A-Za-z0-9]+)$/.test(alias) ? alias : `${alias}/`;
}
