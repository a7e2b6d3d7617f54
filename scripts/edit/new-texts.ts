import { PAGES } from "../../src/urls.ts";
import { writeOver, type Value } from "../editor/kept-style.ts";

/** What somebody can begin to write. */
export const TEXT_KINDS = ["articulo", "pregunta", "termino", "mapa", "recurso"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What a new text is made of. */
export interface NewText {
  readonly title: string;
  readonly slug: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The first of `content/authors`, and of the topics. */
  readonly author: string;
  readonly topic: string;
  /** Of a question: its place after the others of its theme. */
  readonly order: number;
}

/** A file to be written: its path from the root of the project. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Where a page of each kind will be. */
export const NEW_PAGES: Readonly<Record<TextKind, string>> = {
  articulo: PAGES.articles,
  pregunta: PAGES.questions,
  termino: PAGES.glossary,
  mapa: PAGES.maps,
  recurso: PAGES.resources,
};

const DESCRIPTION = "Cuenta aquí, en una o dos frases, qué va a encontrar quien entre en esta página.";

/** The files of a new text, as a draft. A kind that isn't listed here doesn't exist. */
export const NEW_FILES: Readonly<Record<TextKind, (text: NewText) => readonly NewFile[]>> = {
  articulo: ({ title, slug, today, author, topic }) => [
    {
      path: `content/articles/${slug}.mdx`,
      text: page(
        { title, description: DESCRIPTION, publishedAt: today, author, topics: [topic], draft: true },
        `Empieza por lo que defiende el artículo y a quién le sirve.

## Un ejemplo hecho hasta el final

Un negocio pequeño, con sus números y lo que decidió.

<Aside type="consejo" title="Para mañana">

Algo que se pueda usar mañana por la mañana.

</Aside>

## Lo que te llevas

<Checklist>

- Un gesto concreto.
- Otro gesto concreto.

</Checklist>`,
      ),
    },
  ],
  pregunta: ({ title, slug, today, order }) => [
    {
      path: `content/faq/${slug}.mdx`,
      text: page(
        { question: asQuestion(title), theme: "oficio", order, updatedAt: today, draft: true },
        "Contesta en la primera frase. Después, lo que haga falta para hacerlo.",
      ),
    },
  ],
  termino: ({ title, slug, topic }) => [
    {
      path: `content/glossary/${slug}.yaml`,
      text: yaml({
        term: title.charAt(0).toUpperCase() + title.slice(1),
        definition: "Qué es, en una o dos frases.",
        notThis: "Con qué se confunde y no es.",
        measured: "Cómo se mide o cómo se reconoce.",
        topic,
        draft: true,
      }),
    },
  ],
  mapa: ({ title, slug, today }) => [
    {
      path: `content/mindmaps/${slug}.yaml`,
      text: yaml({
        title,
        description: DESCRIPTION,
        publishedAt: today,
        center: title.length <= MAX_CENTER ? title : "Centro del mapa",
        draft: true,
        nodes: [
          {
            text: "Primera rama",
            children: [{ text: "Una idea", note: "Una frase más, solo por escrito." }],
          },
          { text: "Segunda rama", children: [{ text: "Otra idea" }] },
        ],
      }),
    },
  ],
  recurso: ({ title, slug, today }) => [
    {
      path: `content/resources/${slug}.mdx`,
      text: page(
        {
          title,
          description: DESCRIPTION,
          publishedAt: today,
          file: `${slug}.csv`,
          format: "csv",
          draft: true,
        },
        "Di para qué sirve la plantilla y qué trae ya escrito.\n\n## Cómo se rellena\n\n- **Tarea.** Lo que hay que hacer.\n- **Día.** Cuándo.\n- **Quién.** Una sola persona.",
      ),
    },
    {
      // Excel needs the byte order mark to read the accents.
      path: `public/descargas/${slug}.csv`,
      text: "\ufeffTarea;Día;Quién;Notas\nEscribir la semana;Lunes;Tienda;Fila de ejemplo\n",
    },
  ],
};
const MAX_CENTER = 40;

function page(header: Value, body: string): string {
  return `---\n${yaml(header)}---\n\n${body}\n`;
}

/** Texts between quotes: whoever goes on writing may put a colon into them. */
function yaml(fields: Value): string {
  return writeOver("", fields);
}

function asQuestion(title: string): string {
  const bare = title.replace(/^¿/, "").replace(/\?$/, "").trim();
  return `¿${bare.charAt(0).toUpperCase()}${bare.slice(1)}?`;
}
