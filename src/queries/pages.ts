import { getCollection, getEntry, type CollectionEntry } from "astro:content";

/** One of the pages of content/pages; a missing file stops the build, because the site links to it. */
export async function pageById(id: string): Promise<CollectionEntry<"pages">> {
  const entry = await getEntry("pages", id);
  if (!entry) throw new Error(`Falta content/pages/${id}.mdx`);
  return entry;
}

/** All of content/pages. */
export async function allPages(): Promise<CollectionEntry<"pages">[]> {
  return getCollection("pages");
}
