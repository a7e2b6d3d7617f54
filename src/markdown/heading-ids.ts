import { slugify } from "../language/slug.ts";

/** Pages of `content/pages` show their text and little else; below every other text stand boxes and forms of the page. */
export type TextKind = "page" | "article";

/** Ids that the layout and the components give on every page that shows a text. */
const ALWAYS_TAKEN = ["contenido", "buscar-q", "estados-pie", "estados-tabla", "punta", "footnote-label"];
/** Those of what stands around an article, an answer or a resource. */
const TAKEN_AROUND_A_TEXT = [
  "articulos",
  "comentar",
  "comentarios",
  "compartir",
  "conversacion",
  "cuentanos",
  "dudas",
  "fuentes",
  "gracias",
  "mas",
  "otras",
  "recibido",
  "titulo-comentar",
  "vista",
];
/** Form fields, comments (by their id of 16 letters and more) and footnotes: their ids are made as the page needs them. */
const TAKEN_FAMILIES = /^(?:campo-|c-[a-z2-7]{16}|nota-fn)/;

/** Whether a page that shows such a text has, or may have, an element of its own with this id. */
export function isPageId(id: string, kind: TextKind): boolean {
  return (
    ALWAYS_TAKEN.includes(id) ||
    TAKEN_FAMILIES.test(id) ||
    (kind === "article" && TAKEN_AROUND_A_TEXT.includes(id))
  );
}

/**
 * Gives the headings of one document their ids, in order: ASCII («Qué publicar» → `que-publicar`), and numbered when another
 * heading or the page itself has that id. HTML allows an id to begin with a digit; CSS selectors don't, so «1. Escuchar» is `escuchar`.
 */
export function createHeadingIds(kind: TextKind = "article"): (heading: string) => string {
  const given = new Set<string>();
  return (heading) => {
    const base = slugify(heading).replace(/^[\d-]+/, "") || "apartado";
    // A number doesn't take an id out of a family: such a heading gets another beginning.
    const free = TAKEN_FAMILIES.test(base) ? `apartado-${base}` : base;
    let id = free;
    for (let number = 2; given.has(id) || isPageId(id, kind); number += 1) id = `${free}-${number}`;
    given.add(id);
    return id;
  };
}
