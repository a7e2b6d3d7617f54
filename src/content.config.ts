import { defineCollection, reference } from "astro:content";
import { file, glob } from "astro/loaders";
import { contentSchemas } from "./content-schemas.ts";

/** Where editors' files lie; what they hold is in `content-schemas.ts`. */
const schemas = contentSchemas(reference);

export const collections = {
  articles: defineCollection({
    loader: glob({ base: "./content/articles", pattern: "*.mdx" }),
    schema: schemas.articles,
  }),
  questions: defineCollection({
    loader: glob({ base: "./content/faq", pattern: "*.mdx" }),
    schema: schemas.questions,
  }),
  mindMaps: defineCollection({
    loader: glob({ base: "./content/mindmaps", pattern: "*.yaml" }),
    schema: schemas.mindMaps,
  }),
  resources: defineCollection({
    loader: glob({ base: "./content/resources", pattern: "*.mdx" }),
    schema: schemas.resources,
  }),
  terms: defineCollection({
    loader: glob({ base: "./content/glossary", pattern: "*.yaml" }),
    schema: schemas.terms,
  }),
  pages: defineCollection({
    loader: glob({ base: "./content/pages", pattern: "*.mdx" }),
    schema: schemas.pages,
  }),
  topics: defineCollection({ loader: file("./content/topics.yaml"), schema: schemas.topics }),
  series: defineCollection({ loader: file("./content/series.yaml"), schema: schemas.series }),
  authors: defineCollection({
    loader: glob({ base: "./content/authors", pattern: "*.yaml" }),
    schema: schemas.authors,
  }),
};
