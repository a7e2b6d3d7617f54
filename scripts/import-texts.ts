// `npm run importar`: drafts of ours from another site's export.
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "astro/zod";
import type { Fetching } from "../netlify/outside/fetcher.ts";
import { NETWORK } from "../netlify/outside/network.ts";
import { SITE } from "../src/site.ts";
import { checkTexts } from "./check-texts.ts";
import { readEntries, type Entry } from "./edit/content-entries.ts";
import { faultText, weightOf } from "./edit/content-fault.ts";
import { spanishDay } from "./edit/days.ts";
import { siteAddresses } from "./edit/site-addresses.ts";
import { readBlogger } from "./import/blogger.ts";
import { asComments, writeComments, type ImportedComment } from "./import/comments-file.ts";
import { asDrafts, type ForeignImage, type Named } from "./import/drafts.ts";
import { UnreadableExport, type ForeignSite, type LeftOut } from "./import/foreign.ts";
import { bringImages, imagesLeft } from "./import/images.ts";
import { readMarkdownFolder } from "./import/markdown-folder.ts";
import { readWordPress } from "./import/wordpress.ts";

const USAGE = `npm run importar -- wordpress export.xml       (Herramientas > Exportar > Todo el contenido)
npm run importar -- blogger export.xml         (Configuración > Gestionar el blog > Crear copia de seguridad)
npm run importar -- markdown carpeta           (Jekyll, Hugo, Eleventy…)

  --imagenes                    trae también sus imágenes a content/figures
  --comentarios archivo.jsonl   escribe también los comentarios, para «npm run data:import»
  --correos                     con las direcciones de quienes los escribieron: son datos personales`;

/** Whoever imports asks for their own site's images, one after the other: how often is theirs to decide. */
const FETCHING: Fetching = {
  ...NETWORK,
  agent: `${SITE.name} (npm run importar)`,
  hostKey: (host) => host,
  withinRate: () => Promise.resolve(true),
};
const ARTICLES = "content/articles";
const MAX_FILE_MB = 200;

const READERS: Readonly<Record<string, (path: string) => ForeignSite>> = {
  wordpress: (path) => readWordPress(readExport(path)),
  blogger: (path) => readBlogger(readExport(path)),
  markdown: readMarkdownFolder,
};

export interface Imported {
  readonly files: readonly string[];
  readonly comments: readonly ImportedComment[];
  readonly leftOut: readonly LeftOut[];
  /** Those of the drafts, which are not fetched yet. */
  readonly images: readonly ForeignImage[];
  /** What the drafts need before they can be built. */
  readonly faults: readonly string[];
}

/** Writes a draft for each text of an export; nothing but new files in `content/articles`. @throws UnreadableExport */
export function importTexts(
  root: string,
  kind: string,
  path: string,
  {
    today,
    withEmails = false,
    withImages = false,
  }: { readonly today: string; readonly withEmails?: boolean; readonly withImages?: boolean },
): Imported {
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (read === undefined) throw new UnreadableExport(`Se escribe así:\n${USAGE}`);
  const site = read(path);
  const { entries } = readEntries(root);
  const { living, aliases } = siteAddresses(root, entries);
  const made = asDrafts(site, {
    authors: named(entries, "authors", z.object({ name: z.string() })),
    topics: named(
      entries,
      "topics",
      z.object({ title: z.string() }).transform(({ title }) => ({ name: title })),
    ),
    slugs: new Set(entries.filter(({ collection }) => collection === "articles").map(({ id }) => id)),
    addresses: new Set([...living, ...aliases.keys()]),
    today,
  });
  const folder = join(root, ARTICLES);
  // A folder that is a link would lead out of the project.
  if (lstatSync(folder).isSymbolicLink())
    throw new UnreadableExport(`${ARTICLES} es un enlace: no se escribe en él.`);
  const files = made.drafts.map(({ slug, text }) => {
    writeFileSync(join(folder, `${slug}.mdx`), text, { flag: "wx" });
    return `${ARTICLES}/${slug}.mdx`;
  });
  const { comments, leftOut } = asComments(site.comments, made.slugs, { withEmails });
  const faults = checkTexts(root, today)
    .filter((fault) => files.includes(fault.file) && weightOf(fault) === "error")
    .map(faultText);
  return {
    files,
    comments,
    leftOut: [...site.leftOut, ...made.leftOut, ...leftOut, ...(withImages ? [] : imagesLeft(made.images))],
    images: made.images,
    faults,
  };
}

function readExport(path: string): string {
  if (!existsSync(path)) throw new UnreadableExport(`No existe ${path}.`);
  const { size } = statSync(path);
  if (size > MAX_FILE_MB * 1024 * 1024) {
    throw new UnreadableExport(
      `El archivo pasa de ${MAX_FILE_MB} MB: exporta por partes, por años o por autores.`,
    );
  }
  return readFileSync(path, "utf8");
}

function named(
  entries: readonly Entry[],
  collection: Entry["collection"],
  schema: z.ZodType<{ name: string }>,
): Named[] {
  return entries
    .filter((entry) => entry.collection === collection)
    .map(({ id, data }) => ({ id, name: schema.safeParse(data).data?.name ?? id }));
}

/** What came, what didn't and why, and what to do next. */
export function report(
  { files, comments, leftOut, faults }: Imported,
  commentsFile: string | undefined,
  ofImages: readonly LeftOut[] = [],
): string {
  const notHere = [...leftOut, ...ofImages].map(({ where, what }) => `- ${where}: ${what}`);
  const said =
    comments.length === 0
      ? []
      : commentsFile === undefined
        ? [
            `Hay ${comments.length} comentarios: para traerlos, repite con «--comentarios archivo.jsonl» sin los borradores de ahora.`,
          ]
        : [
            `Comentarios: ${comments.length}, en ${commentsFile}. Contiene nombres: bórralo cuando esté hecho.`,
          ];
  return [
    ...files.map((file) => `Escrito: ${file}`),
    ...said,
    ...(notHere.length === 0
      ? []
      : ["", "Lo que no se ha traído, o se ha traído de otra manera:", ...notHere]),
    ...(faults.length === 0 ? [] : ["", "Lo que hay que corregir antes de construir la web:", ...faults]),
    "",
    "Ahora: npm run revisar, y mira cada borrador. Cuando esté, quita «draft: true».",
    ...(commentsFile === undefined
      ? []
      : [`Los comentarios entran con: npm run data:import -- ${commentsFile}`]),
  ].join("\n");
}

async function main(root: string): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      comentarios: { type: "string" },
      correos: { type: "boolean", default: false },
      imagenes: { type: "boolean", default: false },
    },
  });
  const [kind = "", path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UnreadableExport(`Se escribe así:\n${USAGE}`);
  const { comentarios } = values;
  if (comentarios !== undefined && existsSync(comentarios)) {
    throw new UnreadableExport(`${comentarios} ya existe y no se ha tocado: elige otro nombre.`);
  }
  const imported = importTexts(root, kind, path, {
    today: spanishDay(),
    withEmails: values.correos,
    withImages: values.imagenes,
  });
  if (comentarios !== undefined) await writeComments(comentarios, imported.comments);
  const ofImages = values.imagenes ? await bringImages(root, imported.images, FETCHING) : undefined;
  console.log(report(imported, comentarios, ofImages));
}

if (import.meta.main) {
  try {
    await main(fileURLToPath(new URL("..", import.meta.url)));
  } catch (error) {
    const isKnown =
      error instanceof UnreadableExport ||
      (error instanceof Error && "code" in error && /^E[A-Z_]+/.test(String(error.code)));
    if (!isKnown) throw error;
    console.error(
      error instanceof UnreadableExport ? error.message : `No se ha podido: ${error.message}\n${USAGE}`,
    );
    process.exitCode = 1;
  }
}
