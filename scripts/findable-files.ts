import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { readContent } from "./edit/front-matter.ts";
import { outlineNode } from "../src/maps/outline.ts";
import { ownPages, TEXT_PAGES } from "../src/search/own-pages.ts";
import {
  findableArticle,
  findableMap,
  findableQuestion,
  findableResource,
  findableTerm,
  findableText,
  type Findable,
} from "../src/search/pages.ts";

/** As `queries/resources.ts` says them. */
const FORMAT_NAMES = { csv: "Hoja de cálculo (CSV)", md: "Documento de texto (Markdown)" };
const alsoAsked = z.array(z.string()).default([]);
const FindableText = z.object({
  title: z.string(),
  description: z.string(),
  draft: z.boolean().default(false),
  alsoAsked,
});
const Resource = FindableText.extend({
  format: z.enum(["csv", "md"]).transform((format) => FORMAT_NAMES[format]),
});
const Question = z.object({ question: z.string(), draft: z.boolean().default(false), alsoAsked });
const Term = z.object({
  term: z.string(),
  alternatives: z.array(z.string()).default([]),
  alsoAsked,
  definition: z.string(),
  notThis: z.string(),
  measured: z.string(),
});
const MindMap = FindableText.extend({ nodes: z.array(outlineNode) });

/**
 * Everything that can be found, read from the files of `content/`: what the bench and the tests search. The site's own index
 * is made of the same parts by `queries/findable.ts`, with drafts and dates looked at.
 */
export function readFindable(content: string): Findable[] {
  return [
    ...files(content, "articles", FindableText).map(({ id, body, data }) =>
      findableArticle({ ...data, body, url: `/articulos/${id}/` }),
    ),
    ...files(content, "faq", Question).map(({ id, body, data }) =>
      findableQuestion({ ...data, title: data.question, body, url: `/preguntas-frecuentes/${id}/` }),
    ),
    ...files(content, "glossary", Term).map(({ id, data }) =>
      findableTerm({ ...data, url: `/glosario/${id}/` }),
    ),
    ...files(content, "mindmaps", MindMap).map(({ id, data }) =>
      findableMap({ ...data, url: `/mapas/${id}/` }),
    ),
    ...files(content, "resources", Resource).map(({ id, body, data }) =>
      findableResource({ ...data, body, url: `/recursos/${id}/` }),
    ),
    ...files(content, "pages", FindableText).map(({ id, body, data }) =>
      findableText({ ...data, body, url: TEXT_PAGES[id] ?? `/${id}/` }),
    ),
    ...ownPages(),
  ];
}

interface ContentFile<T> {
  readonly id: string;
  readonly data: T;
  readonly body: string;
}

function files<T>(content: string, folder: string, schema: z.ZodType<T>): ContentFile<T>[] {
  return readdirSync(join(content, folder))
    .sort()
    .map((file) => {
      const text = readFileSync(join(content, folder, file), "utf8");
      const { data, body } = readContent(file, text);
      return { id: file.replace(/\.\w+$/, ""), data: schema.parse(data), body };
    });
}
