import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "astro/zod";
import { readContent } from "../edit/front-matter.ts";
import { UnreadableExport, type ForeignSite, type ForeignText, type LeftOut } from "./foreign.ts";

/** Names that the usual programs give to the same things (Jekyll, Hugo, Eleventy, Hexo). */
const List = z.union([z.array(z.string()), z.string().transform((words) => words.split(/[\s,]+/))]).nullish();
const Header = z.object({
  title: z.string().nullish(),
  slug: z.string().nullish(),
  permalink: z.string().nullish(),
  url: z.string().nullish(),
  aliases: List,
  redirect_from: List,
  author: z.string().nullish(),
  date: z.union([z.date(), z.string()]).nullish(),
  description: z.string().nullish(),
  summary: z.string().nullish(),
  tags: List,
  categories: List,
  draft: z.boolean().nullish(),
  published: z.boolean().nullish(),
});
/** As Jekyll names its files. */
const DATED = /^(\d{4}-\d\d-\d\d)-/;

/** Reads the Markdown files of a folder and of those below it. */
export function readMarkdownFolder(folder: string): ForeignSite {
  const texts: ForeignText[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of filesBelow(folder)) {
    if (!/\.(?:md|markdown)$/i.test(file)) {
      leftOut.push({ where: file, what: "no es Markdown" });
      continue;
    }
    const read = textOf(file);
    if ("what" in read) leftOut.push({ where: file, what: read.what });
    else texts.push(read);
  }
  if (texts.length === 0)
    throw new UnreadableExport("No hay ningún archivo Markdown con cabecera en esa carpeta.");
  return { texts, comments: [], leftOut };
}

/** Links are not followed: they may lead anywhere on the machine. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return /^(?:node_modules|\.git)$/.test(found.name) ? [] : filesBelow(path);
    return found.isFile() ? [path] : [];
  });
}

function textOf(file: string): ForeignText | { readonly what: string } {
  const { data, body, faults } = readContent(file.replace(/\.\w+$/, ".mdx"), readFileSync(file, "utf8"));
  const [fault] = faults;
  if (fault !== undefined) return { what: fault.problem };
  const parsed = Header.safeParse(data);
  if (!parsed.success) return { what: `su cabecera no se entiende (${z.prettifyError(parsed.error)})` };
  const header = parsed.data;
  const name = basename(file).replace(/\.\w+$/, "");
  const stem = name === "index" ? basename(join(file, "..")) : name;
  const date =
    header.date instanceof Date ? header.date.toISOString() : (header.date ?? DATED.exec(stem)?.[1] ?? "");
  const isDraft = header.draft === true || header.published === false;
  const own = [header.permalink, header.url, ...(header.aliases ?? []), ...(header.redirect_from ?? [])];
  return {
    id: file,
    title: header.title ?? "",
    slug: header.slug ?? stem.replace(DATED, ""),
    addresses: own.filter((address) => typeof address === "string"),
    author: header.author ?? "",
    day: !isDraft && /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : null,
    labels: [...(header.categories ?? []), ...(header.tags ?? [])],
    summary: header.description ?? header.summary ?? "",
    body: { markdown: body },
  };
}
