import { lstatSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fetchBytes, type Fetching, type Refusal } from "../../netlify/outside/fetcher.ts";
import type { ForeignImage } from "./drafts.ts";
import { UnreadableExport, type LeftOut } from "./foreign.ts";

const FIGURES = "content/figures";
const WANTED = { accept: "image/avif, image/webp, image/png, image/jpeg", limit: 8 * 1024 * 1024 };
/** More than any text of ours has; an export that names thousands is looked at by hand. */
const IMAGES_MAX = 300;

/** What a file is, by how it begins: what its server says of it, or its name, may be anything. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ["png", /^\x89PNG\r\n\x1a\n/],
  ["jpg", /^\xff\xd8\xff/],
  ["webp", /^RIFF[^]{4}WEBP/],
  ["avif", /^[^]{4}ftypavi[fs]/],
];
const WHY: Readonly<Record<Refusal, string>> = {
  refused: "no es una dirección a la que se pregunte",
  tooOften: "su web ya ha contestado bastante por ahora",
  tooFar: "da demasiadas vueltas",
  tooLarge: "pesa más de 8 MB",
  unreachable: "no ha contestado a tiempo",
};

/** Without being asked for, no image is fetched: where each one is, is told. */
export function imagesLeft(images: readonly ForeignImage[]): LeftOut[] {
  return images.map(({ src, where }) => ({
    where,
    what: `imagen ${src}: ponla en ${FIGURES} y usa <Figure>, si tienes permiso`,
  }));
}

/**
 * Brings each image into `content/figures`, once, and tells under which name; who made it and its licence nobody can know but whoever
 * writes, so that it stands in no text yet. Nothing is written over.
 */
export async function bringImages(
  root: string,
  images: readonly ForeignImage[],
  fetching: Fetching,
): Promise<LeftOut[]> {
  const folder = join(root, FIGURES);
  if (lstatSync(folder).isSymbolicLink())
    throw new UnreadableExport(`${FIGURES} es un enlace: no se escribe en él.`);
  const told = new Map<string, string>();
  const counts = new Map<string, number>();
  const found: LeftOut[] = [];
  for (const { slug, src, where } of images) {
    if (!told.has(src)) {
      const count = (counts.get(slug) ?? 0) + 1;
      counts.set(slug, count);
      told.set(
        src,
        told.size < IMAGES_MAX ? await bringOne(folder, `${slug}-${count}`, src, fetching) : "son demasiadas",
      );
    }
    found.push({ where, what: `imagen ${src}: ${told.get(src) ?? ""}` });
  }
  return found;
}

async function bringOne(folder: string, name: string, src: string, fetching: Fetching): Promise<string> {
  const got = await fetchBytes(src, fetching, WANTED);
  if (!got.ok) return `no se ha traído: ${WHY[got.error]}`;
  const { status, bytes } = got.value;
  if (status !== 200) return `no se ha traído: su web contesta ${status}`;
  const beginning = bytes.subarray(0, 16).toString("latin1");
  const kind = KINDS.find(([, begins]) => begins.test(beginning))?.[0];
  if (kind === undefined) return "no se ha traído: no es png, jpg, webp ni avif";
  const file = `${name}.${kind}`;
  try {
    writeFileSync(join(folder, file), bytes, { flag: "wx" });
  } catch {
    return `no se ha traído: ya hay un ${FIGURES}/${file}`;
  }
  return `está en ${FIGURES}/${file}; ponla con <Figure src="${file}" …>, con quién la hizo y su licencia, o bórrala`;
}
