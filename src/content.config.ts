import { defineCollection, reference } from "astro:content";
import { file, glob } from "astro/loaders";
import { z } from "astro/zod";
import { outlineNode } from "./maps/outline.ts";

/** Everything that editors commit. The name of a file, without its ending, is the last part of its page's address. */

const title = z.string().min(3).max(100).describe("Título, tal como se lee en la página y en los listados");
const description = z
  .string()
  .min(40)
  .max(170)
  .describe("Una o dos frases que cuentan qué se va a encontrar quien entre; salen en listados y buscadores");
const publishedAt = z.coerce
  .date()
  .describe("Día de publicación, AAAA-MM-DD. Si es futuro, no sale en ninguna parte hasta ese día");
const updatedAt = z.coerce.date().describe("Día de la última revisión de fondo, AAAA-MM-DD");
const draft = z.boolean().default(false).describe("true: no sale en ninguna parte");

const aliases = z
  .array(
    z
      .string()
      .regex(/^\/(?:[a-z0-9-]+\/)+$/, "Una dirección antigua se escribe entera: /articulos/nombre-viejo/"),
  )
  .default([])
  .describe("Direcciones antiguas, como /articulos/nombre-viejo/, que llevan a esta con una redirección");

const alsoAsked = z
  .array(z.string().max(120))
  .default([])
  .describe("Otras maneras de preguntarlo o de buscarlo: no se ven, pero el buscador las encuentra");

const articles = defineCollection({
  loader: glob({ base: "./content/articles", pattern: "*.mdx" }),
  schema: z.strictObject({
    title,
    description,
    publishedAt,
    updatedAt: updatedAt.optional(),
    author: reference("authors").describe("Nombre de un archivo de content/authors"),
    topics: z
      .array(reference("topics"))
      .min(1)
      .max(4)
      .describe("Temas de content/topics.yaml; el primero manda"),
    comments: z
      .enum(["open", "closed"])
      .default("open")
      .describe("closed: se leen los que haya y no se admiten más"),
    resources: z.array(reference("resources")).default([]).describe("Plantillas que acompañan al artículo"),
    questions: z
      .array(reference("questions"))
      .default([])
      .describe("Preguntas frecuentes con las que enlaza"),
    sources: z
      .array(z.strictObject({ title: z.string(), publisher: z.string(), url: z.url() }))
      .default([])
      .describe("De dónde sale cada dato que lo necesita"),
    alsoAsked,
    draft,
    aliases,
  }),
});

/** Themes of the FAQ, in the order in which its page shows them; their names are in `queries/questions.ts`. */
export const QUESTION_THEMES = [
  "makethejobs",
  "pedir",
  "recompensas",
  "ofrecerse",
  "seguridad",
  "datos",
  "comentarios",
  "oficio",
] as const;

const questions = defineCollection({
  loader: glob({ base: "./content/faq", pattern: "*.mdx" }),
  schema: z.strictObject({
    question: z.string().startsWith("¿").endsWith("?").max(120).describe("La pregunta, con sus dos signos"),
    theme: z.enum(QUESTION_THEMES).describe("Grupo en el que sale"),
    order: z.number().int().describe("Lugar dentro del grupo, de menor a mayor"),
    featured: z
      .boolean()
      .default(false)
      .describe("true: puede salir en la portada entre las más preguntadas"),
    alsoAsked,
    updatedAt,
    draft,
    aliases,
  }),
});

const mindMaps = defineCollection({
  loader: glob({ base: "./content/mindmaps", pattern: "*.yaml" }),
  schema: z.strictObject({
    title,
    description,
    publishedAt,
    center: z.string().max(40).describe("Lo que se lee en el centro del mapa"),
    nodes: z.array(outlineNode).min(2).describe("Ramas, en orden"),
    alsoAsked,
    draft,
    aliases,
  }),
});

const resources = defineCollection({
  loader: glob({ base: "./content/resources", pattern: "*.mdx" }),
  schema: z.strictObject({
    title,
    description,
    publishedAt,
    file: z.string().describe("Nombre del archivo en public/descargas"),
    format: z.string().describe("Formato del archivo, tal como se le cuenta a quien lo va a descargar"),
    articles: z.array(reference("articles")).default([]).describe("Artículos que explican cómo usarla"),
    alsoAsked,
    draft,
    aliases,
  }),
});

const terms = defineCollection({
  loader: glob({ base: "./content/glossary", pattern: "*.yaml" }),
  schema: z.strictObject({
    term: z.string().describe("El término, con mayúscula inicial"),
    alternatives: z.array(z.string()).default([]).describe("Otros nombres que se le dan"),
    linkAs: z
      .array(z.string().min(2))
      .optional()
      .describe(
        "Formas que se enlazan solas la primera vez que un artículo las usa, en singular; si falta, el término. " +
          "[]: ninguna, para palabras de todos los días (se enlazan a mano con <Term>)",
      ),
    alsoAsked,
    definition: z.string().describe("Qué es"),
    notThis: z.string().describe("Con qué se confunde y no es"),
    measured: z.string().describe("Cómo se mide o cómo se reconoce"),
    seeAlso: z.array(reference("terms")).default([]).describe("Términos cercanos"),
    topic: reference("topics").describe("Tema de content/topics.yaml"),
    source: z
      .strictObject({ title: z.string(), publisher: z.string(), url: z.url() })
      .optional()
      .describe("De dónde sale, cuando hace falta decirlo"),
  }),
});

const pages = defineCollection({
  loader: glob({ base: "./content/pages", pattern: "*.mdx" }),
  schema: z.strictObject({ title, description, updatedAt }),
});

const topics = defineCollection({
  loader: file("./content/topics.yaml"),
  schema: z.strictObject({ id: z.string(), title: z.string(), description: z.string() }),
});

const series = defineCollection({
  loader: file("./content/series.yaml"),
  schema: z.strictObject({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    articles: z.array(reference("articles")).describe("Artículos de la serie, en orden de lectura"),
  }),
});

const authors = defineCollection({
  loader: glob({ base: "./content/authors", pattern: "*.yaml" }),
  schema: z.strictObject({ name: z.string(), role: z.string(), bio: z.string() }),
});

export const collections = {
  articles,
  questions,
  mindMaps,
  resources,
  terms,
  pages,
  topics,
  series,
  authors,
};
