import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import * as z from "zod";
import { COMMENT_MAX_LENGTH, NAME_MAX_LENGTH } from "../../src/domain/kernel/limits.ts";
import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import type { ForeignComment, LeftOut } from "./foreign.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { escapeWords } from "../../src/markdown/mdx-words.ts";

const OWNER_ONLY = 0o600;
/** As base32 has them, in the order of their numbers. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const ID_LENGTH = 26;

const Head = z.strictObject({ makethejobs: z.literal("comments"), format: z.literal(1) });
const Id = z.string().regex(ID_PATTERN);
/** One comment of another site, as `npm run data:import` takes it. Whoever is read before what answers them. */
export const ImportedComment = z.strictObject({
  id: Id,
  article: z.string().min(1),
  parent: Id.nullable(),
  name: z.string().min(1).max(NAME_MAX_LENGTH),
  email: z.string(),
  writtenAt: z.int(),
  text: z.string().min(1).max(COMMENT_MAX_LENGTH),
});
export type ImportedComment = z.infer<typeof ImportedComment>;

/**
 * The comments of the texts that became drafts, the oldest first. An id is made of the export's own, so that the same export brings
 * nothing twice.
 */
export function asComments(
  comments: readonly ForeignComment[],
  slugs: ReadonlyMap<string, string>,
  { withEmails }: { readonly withEmails: boolean },
): { readonly comments: readonly ImportedComment[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const taken = new Map<string, string>();
  const found: ImportedComment[] = [];
  for (const comment of comments.toSorted((a, b) => a.writtenAt - b.writtenAt)) {
    const where = `comentario de «${comment.name || "anónimo"}»`;
    const article = slugs.get(comment.text);
    const text = textOf(comment, (what) => void leftOut.push({ where, what: `${what}: se ha quitado` }));
    if (article === undefined) leftOut.push({ where, what: "su entrada no se ha traído" });
    else if (text === "") leftOut.push({ where, what: "no tiene texto" });
    else if (text.length > COMMENT_MAX_LENGTH) {
      leftOut.push({ where, what: `pasa de ${COMMENT_MAX_LENGTH} letras` });
    } else {
      const id = idOf(article, comment.id);
      taken.set(comment.id, id);
      if (comment.parent !== null && !taken.has(comment.parent)) {
        leftOut.push({ where, what: "contestaba a otro que no se ha traído: queda suelto" });
      }
      found.push({
        id,
        article,
        parent: taken.get(comment.parent ?? "") ?? null,
        name: comment.name.replace(/\s+/g, " ").trim().slice(0, NAME_MAX_LENGTH) || "Anónimo",
        email: withEmails ? comment.email : "",
        writtenAt: comment.writtenAt,
        text,
      });
    }
  }
  return { comments: found, leftOut };
}

function textOf({ html }: ForeignComment, leftOut: (what: string) => void): string {
  return htmlToMarkdown(html, {
    leftOut,
    linkTo: (href) => (/^https?:\/\/\S+$/i.test(href) && URL.canParse(href) ? href : null),
    image: ({ alt }) => {
      leftOut("una imagen");
      return escapeWords(alt);
    },
  });
}

function idOf(article: string, own: string): string {
  const bytes = createHash("sha256")
    .update(JSON.stringify([article, own]))
    .digest();
  return [...bytes.subarray(0, ID_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** Writes a new file that only its owner may read. */
export async function writeComments(file: string, comments: readonly ImportedComment[]): Promise<void> {
  const handle = await open(file, "wx", OWNER_ONLY);
  try {
    const lines = [{ makethejobs: "comments", format: 1 }, ...comments].map((line) => JSON.stringify(line));
    await handle.writeFile(`${lines.join("\n")}\n`);
  } finally {
    await handle.close();
  }
}

/** Every comment of such a file; null: it is none. Throws with the number of a line that isn't understood. */
export async function readComments(file: string): Promise<readonly ImportedComment[] | null> {
  const comments: ImportedComment[] = [];
  let place = 0;
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    place += 1;
    const value = jsonOf(line);
    if (place === 1) {
      if (!Head.safeParse(value).success) return null;
      continue;
    }
    const parsed = ImportedComment.safeParse(value);
    if (!parsed.success) throw new TypeError(`La línea ${place} no se entiende.`);
    comments.push(parsed.data);
  }
  return place === 0 ? null : comments;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
