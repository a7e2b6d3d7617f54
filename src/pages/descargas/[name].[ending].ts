import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { officeFile } from "../../office/office-file.ts";
import { resources } from "../../queries/resources.ts";

/** Where the sources of the templates lie; they are served as they are. */
const FOLDER = join("public", "descargas");
/** Where build caches live; Netlify keeps it from one build to the next. */
const CACHE_FOLDER = join("node_modules", ".cache", "office");

/** Each template for Word or Excel, beside its source. */
export const getStaticPaths = (async () =>
  (await resources()).flatMap(({ fileName, title, office }) => {
    if (!office) return [];
    const [name, ending] = office.fileName.split(/\.(?=[^.]+$)/);
    return [{ params: { name, ending }, props: { fileName, title } }];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ fileName: string; title: string }> = async ({ props: { fileName, title } }) => {
  const text = await readFile(join(FOLDER, fileName), "utf8");
  return new Response(await officeFile({ fileName, text, title }, CACHE_FOLDER));
};
