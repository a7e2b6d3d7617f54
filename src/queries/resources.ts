import { resourcePath } from "../urls.ts";
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
  readonly publishedAt: Date;
  readonly articles: readonly string[];
  readonly entry: CollectionEntry<"resources">;
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  csv: "Hoja de cálculo (CSV)",
  md: "Documento de texto (Markdown)",
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
        file: `/descargas/${file}`,
        fileName: file,
        format: FORMAT_NAMES[format] ?? format,
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
