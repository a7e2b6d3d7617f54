import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "astro/zod";
import { slugify } from "../src/language/slug.ts";
import { checkTexts } from "./check-texts.ts";
import { asPrinted } from "./edit/check-typography.ts";
import { readEntries, type Entry } from "./edit/content-entries.ts";
import { faultText } from "./edit/content-fault.ts";
import { spanishDay } from "./edit/days.ts";
import { NEW_FILES, NEW_PAGES, TEXT_KINDS, type TextKind } from "./edit/new-texts.ts";
import { siteAddresses } from "./edit/site-addresses.ts";

const USAGE = `npm run nuevo -- ${TEXT_KINDS.join("|")} "Título"`;
const MIN_TITLE = 3;
/** As the schemas have it. */
const MAX_TITLE = 100;

/** What was written, or why not. */
export type Written =
  | { readonly files: readonly string[]; readonly page: string; readonly faults: readonly string[] }
  | { readonly refused: string };

/** Writes a draft that has everything that its kind needs, and checks it. */
export function writeNewText(root: string, kind: TextKind, written: string, today: string): Written {
  const title = asPrinted(written.trim().replace(/\s+/gu, " "));
  if (title.length < MIN_TITLE || title.length > MAX_TITLE) {
    return { refused: `El título tiene que tener entre ${MIN_TITLE} y ${MAX_TITLE} letras.` };
  }
  const slug = slugify(title);
  const { entries } = readEntries(root);
  const page = `${NEW_PAGES[kind]}${slug}/`;
  const addresses = siteAddresses(root, entries);
  const owner = addresses.aliases.get(page);
  if (owner !== undefined) {
    return { refused: `${page} es una dirección antigua de ${owner}: elige otro título.` };
  }
  const first = (collection: Entry["collection"]): string =>
    entries.find((entry) => entry.collection === collection)?.id ?? "";
  const files = NEW_FILES[kind]({
    title,
    slug,
    today,
    author: first("authors"),
    topic: first("topics"),
    order: nextOrder(entries),
  });
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken !== undefined) {
    return { refused: `Ya hay un archivo ${taken.path}: elige otro título, o escribe en ese.` };
  }
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = files.map(({ path }) => path);
  const faults = checkTexts(root, today).filter(({ file }) => paths.includes(file));
  return { files: paths, page, faults: faults.map(faultText) };
}

const Ordered = z.object({ theme: z.literal("oficio"), order: z.number() });

/** After the last question of the trade. */
function nextOrder(entries: readonly Entry[]): number {
  const orders = entries.flatMap(({ data }) => Ordered.safeParse(data).data?.order ?? []);
  return Math.max(0, ...orders) + 1;
}

/** What to do with it, for whoever writes for the first time. */
export function nextSteps({ files, page, faults }: Exclude<Written, { refused: string }>): string {
  return [
    ...files.map((file) => `Escrito: ${file}`),
    ...faults,
    "",
    "Ahora:",
    `1. Ábrelo y cambia lo que pone por lo tuyo. La portada y la tarjeta se dibujan solas.`,
    `2. npm run dev, y míralo en http://127.0.0.1:4321${page}`,
    "3. npm run revisar",
    "4. Cuando esté, quita «draft: true» (con un publishedAt futuro saldrá ese día), commit y pull request.",
  ].join("\n");
}

function isKind(kind: string | undefined): kind is TextKind {
  return TEXT_KINDS.some((one) => one === kind);
}

function main(root: string, [kind, ...words]: readonly string[]): void {
  const written =
    isKind(kind) && words.length > 0 ? writeNewText(root, kind, words.join(" "), spanishDay()) : null;
  if (written === null || "refused" in written) {
    console.error(written?.refused ?? `Se escribe así: ${USAGE}`);
    process.exitCode = 1;
    return;
  }
  console.log(nextSteps(written));
}

if (import.meta.main) main(fileURLToPath(new URL("..", import.meta.url)), process.argv.slice(2));
