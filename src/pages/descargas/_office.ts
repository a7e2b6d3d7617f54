import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRoute } from "astro";
import { officeFile } from "../../office/office-file.ts";
import { resources } from "../../queries/resources.ts";

interface Template {
  readonly fileName: string;
  readonly title: string;
}

/** Where the sources of the templates lie; they are served as they are. */
const FOLDER = join("public", "descargas");
/** Where build caches live; Netlify keeps it from one build to the next. */
const CACHE_FOLDER = join("node_modules", ".cache", "office");

/** Each template that is offered with this ending, beside its source. */
export async function officePaths(ending: string): Promise<{ params: { name: string }; props: Template }[]> {
  return (await resources()).flatMap(({ fileName, title, office }) =>
    office?.fileName.endsWith(ending)
      ? [{ params: { name: office.fileName.slice(0, -ending.length) }, props: { fileName, title } }]
      : [],
  );
}

export const officeAnswer: APIRoute<Template & Record<string, unknown>> = async ({
  props: { fileName, title },
}) => {
  const text = await readFile(join(FOLDER, fileName), "utf8");
  return new Response(await officeFile({ fileName, text, title }, CACHE_FOLDER));
};
