import { downloadPath, resourcePath } from "../urls.ts";
import { getCollection, type CollectionEntry } from "astro:content";
import { isVisible } from "./visible.ts";

export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** Absolute path of the file itself. */
  readonly file: string;
  readonly fileName: string;
  /** What the file is, in words for who is about to download it. */
  readonly format: string;
  /** The same for Word or Excel, made at build. */
  readonly office: { readonly file: string; readonly fileName: string; readonly format: string } | null;
  readonly publishedAt: Date;
  readonly articles: readonly string[];
  readonly entry: CollectionEntry<"resources">;
}

/** What a template's file is, by its ending, and what `src/office` makes of it. */
const FORMATS: Readonly<
  Record<string, { readonly name: string; readonly office: readonly [string, string] }>
> = {
  csv: { name: "Hoja de cálculo (CSV)", office: ["xlsx", "Excel"] },
  md: { name: "Documento de texto (Markdown)", office: ["docx", "Word"] },
};

export async function resources(): Promise<Resource[]> {
  const entries = await getCollection("resources", ({ data }) => isVisible(data));
  return entries
    .map((entry) => {
      const { title, description, publishedAt, file, format, articles } = entry.data;
      return {
        id: entry.id,
        title,
        description,
        url: resourcePath(entry.id),
        file: downloadPath(file),
        fileName: file,
        format: FORMATS[format]?.name ?? format,
        office: officeOf(file),
        publishedAt,
        articles: articles.map(({ id }) => id),
        entry,
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title, "es"));
}

export async function resourceById(id: string): Promise<Resource | undefined> {
  return (await resources()).find((resource) => resource.id === id);
}

function officeOf(file: string): Resource["office"] {
  const [, name = "", written = ""] = /^(.+)\.([^.]+)$/.exec(file) ?? [];
  const [ending, format] = FORMATS[written]?.office ?? [];
  if (ending === undefined || format === undefined) return null;
  const fileName = `${name}.${ending}`;
  return { file: downloadPath(fileName), fileName, format };
}
