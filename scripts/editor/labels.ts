import type { z } from "astro/zod";
import type { Collection, SCHEMAS } from "../edit/content-entries.ts";

type KeysOf<C extends Collection> = keyof z.output<(typeof SCHEMAS)[C]>;
/** Every field of every collection, those of a source and of a map's branch. */
type FieldName =
  | { [C in Collection]: KeysOf<C> }[Collection]
  | "publisher"
  | "url"
  | "text"
  | "note"
  | "archived"
  | "video"
  | "children";

/** What each field is called in the web editor. What it is for stands beside its schema. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  title: "Título",
  description: "Descripción",
  publishedAt: "Día de publicación",
  updatedAt: "Día de la última revisión",
  author: "Firma",
  topics: "Temas",
  topic: "Tema",
  comments: "Comentarios",
  resources: "Plantillas",
  questions: "Preguntas frecuentes",
  sources: "Fuentes",
  source: "Fuente",
  publisher: "Quién la publica",
  url: "Dirección",
  alsoAsked: "Otras maneras de preguntarlo",
  draft: "Borrador",
  aliases: "Direcciones antiguas",
  question: "Pregunta",
  theme: "Grupo",
  order: "Lugar en el grupo",
  featured: "Puede salir en la portada",
  center: "Centro del mapa",
  nodes: "Ramas",
  text: "Texto",
  note: "Nota",
  archived: "Página antigua",
  video: "Es un vídeo",
  children: "Ramas que cuelgan",
  file: "Archivo",
  format: "Formato",
  articles: "Artículos",
  reviewBy: "Próxima revisión de sus fuentes",
  term: "Término",
  alternatives: "Otros nombres",
  linkAs: "Formas que se enlazan solas",
  definition: "Qué es",
  notThis: "Qué no es",
  measured: "Cómo se mide",
  seeAlso: "Términos cercanos",
  id: "Nombre en las direcciones",
  name: "Nombre",
  role: "A qué se dedica",
  bio: "Quién es",
};

/** What a choice is called, where its value isn't Spanish. */
export const CHOICE_LABELS: Readonly<Record<string, string>> = { open: "Abiertos", closed: "Cerrados" };

/** Texts of several sentences: they get a box of several lines. */
export const LONG_TEXTS: ReadonlySet<string> = new Set<FieldName>([
  "description",
  "definition",
  "notThis",
  "measured",
  "bio",
  "note",
]);

/** What an entry is shown by in lists. */
export const SHOWN_BY: Readonly<Record<Collection, FieldName>> = {
  articles: "title",
  questions: "question",
  mindMaps: "title",
  resources: "title",
  terms: "term",
  pages: "title",
  authors: "name",
  topics: "title",
  series: "title",
};
