import { authorPath } from "../urls.ts";
import { getCollection } from "astro:content";

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly bio: string;
  readonly url: string;
}

export async function authors(): Promise<Author[]> {
  const entries = await getCollection("authors");
  return entries.map(({ id, data }) => ({ id, ...data, url: authorPath(id) }));
}

export async function authorsById(): Promise<ReadonlyMap<string, Author>> {
  return new Map((await authors()).map((author) => [author.id, author]));
}
