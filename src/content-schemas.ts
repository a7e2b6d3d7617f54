import type { reference as Reference } from "astro:content";
import { z } from "astro/zod";
import { DAY } from "./domain/kernel/time.ts";
import { outlineNode } from "./maps/outline.ts";

/** Everything that editors commit. The name of a file, without its ending, is the last part of its page's address. */

const title = z.string().min(3).max(100).describe("Título, tal como se lee en la página y en los listados");
const description = z
  .string()
  .min(40)
  .max(170)
  .describe("Una o dos frases que cuentan qué se va a encontrar quien entre; salen en listados y buscadores");
/** A day as `AAAA-MM-DD`: YAML readers give it as a date (midnight UTC) or as it is written. */
const day = z.union(
  [
    z.iso.date().transform((written) => new Date(written)),
    z.date().refine((date) => date.getTime() % DAY === 0),
  ],
  { error: "tiene que ser un día que exista, escrito AAAA-MM-DD (2026-03-09), sin hora" },
);
const publishedAt = day.describe(
  "Día de publicación, AAAA-MM-DD. Si es futuro, no sale en ninguna parte hasta ese día",
);
const updatedAt = day.describe("Día de la última revisión de fondo, AAAA-MM-DD");
const draft = z.boolean().default(false).describe("Mientras lo sea (true), no sale en ninguna parte");

/** A path, or WordPress's own address of a text, which is the home page's with a number. */
export const OLD_ADDRESS =
  /^\/(?:\?(?:p|page_id)=\d{1,9}|(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/?)$/;

const aliases = z
  .array(
    z
      .string()
      .regex(
        OLD_ADDRESS,
        "Una dirección antigua se escribe entera y sin lo que siga a «?» o «#»: /articulos/nombre-viejo/ o /2014/05/uno.html. Solo valen con «?» las de WordPress: /?p=12",
      ),
  )
  .default([])
  .describe("Direcciones antiguas, como /articulos/nombre-viejo/, que llevan a esta con una redirección");

const alsoAsked = z
  .array(z.string().max(120))
  .default([])
  .describe(
    "Otras maneras de preguntarlo o de buscarlo: el buscador las encuentra, y enseña la que ha llevado a un resultado",
  );

const source = z.strictObject({
  title: z.string().describe("Título de la página o del documento"),
  publisher: z.string().describe("Quién la publica"),
  url: z.url().describe("Su dirección entera, con https://"),
});

/** What stands in one file with all of its kind. */
const listed = {
  id: z.string().describe("Lo último de la dirección de su página: no se cambia"),
  title: z.string().describe("Nombre, tal como se lee"),
  description: z.string().describe("Una o dos frases que cuentan qué reúne"),
};

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

/** What has its name written and nothing behind is as if it weren't there. */
function entry<S extends z.ZodType>(schema: S) {
  return z.preprocess(withoutEmpty, schema);
}

function withoutEmpty(data: unknown): unknown {
  return typeof data === "object" && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
    : data;
}

/** The schema of each collection. `reference`: Astro's when it builds; another's when the files are checked before. */
export function contentSchemas(reference: typeof Reference) {
  return {
    articles: entry(
      z.strictObject({
        title,
        description,
        publishedAt,
        updatedAt: updatedAt.optional(),
        author: reference("authors").describe("Quién firma: el nombre de un archivo de content/authors"),
        topics: z
          .array(reference("topics"))
          .min(1)
          .max(4)
          .describe("Temas de content/topics.yaml; el primero manda"),
        comments: z
          .enum(["open", "closed"])
          .default("open")
          .describe("Cerrados (closed): se leen los que haya y no se admiten más"),
        resources: z
          .array(reference("resources"))
          .default([])
          .describe("Plantillas que acompañan al artículo"),
        questions: z
          .array(reference("questions"))
          .default([])
          .describe("Preguntas frecuentes con las que enlaza"),
        sources: z.array(source).default([]).describe("De dónde sale cada dato que lo necesita"),
        alsoAsked,
        draft,
        aliases,
      }),
    ),
    questions: entry(
      z.strictObject({
        question: z
          .string()
          .startsWith("¿")
          .endsWith("?")
          .max(120)
          .describe("La pregunta, con sus dos signos"),
        theme: z.enum(QUESTION_THEMES).describe("Grupo en el que sale"),
        order: z.number().int().describe("Lugar dentro del grupo, de menor a mayor"),
        featured: z
          .boolean()
          .default(false)
          .describe("Si puede salir en la portada (true), entre las más preguntadas"),
        alsoAsked,
        updatedAt,
        draft,
        aliases,
      }),
    ),
    mindMaps: entry(
      z.strictObject({
        title,
        description,
        publishedAt,
        center: z.string().max(40).describe("Lo que se lee en el centro del mapa"),
        nodes: z.array(outlineNode).min(2).describe("Ramas, en orden"),
        alsoAsked,
        draft,
        aliases,
      }),
    ),
    resources: entry(
      z.strictObject({
        title,
        description,
        publishedAt,
        file: z.string().describe("Nombre del archivo en public/descargas"),
        format: z.string().describe("Formato del archivo, tal como se le cuenta a quien lo va a descargar"),
        articles: z.array(reference("articles")).default([]).describe("Artículos que explican cómo usarla"),
        reviewBy: day
          .optional()
          .describe(
            "Día en que toca volver a mirar sus fuentes, AAAA-MM-DD: desde entonces lo recuerda «npm run revisar»",
          ),
        alsoAsked,
        draft,
        aliases,
      }),
    ),
    terms: entry(
      z.strictObject({
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
        source: source.optional().describe("De dónde sale, cuando hace falta decirlo"),
        draft,
        aliases,
      }),
    ),
    pages: entry(z.strictObject({ title, description, alsoAsked, updatedAt })),
    topics: entry(z.strictObject(listed)),
    series: entry(
      z.strictObject({
        ...listed,
        articles: z.array(reference("articles")).describe("Artículos de la serie, en orden de lectura"),
      }),
    ),
    authors: entry(
      z.strictObject({
        name: z.string().describe("Cómo firma"),
        role: z.string().describe("A qué se dedica, en pocas palabras"),
        bio: z.string().describe("Quién es, para la página de sus artículos"),
      }),
    ),
  };
}
