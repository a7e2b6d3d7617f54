import type { XmlElement } from "@rgrove/parse-xml";
import {
  UnreadableExport,
  type ForeignComment,
  type ForeignSite,
  type ForeignText,
  type LeftOut,
} from "./foreign.ts";
import { all, attribute, readXml, wordsIn } from "./xml.ts";

const STATES: Readonly<Record<string, string>> = {
  trash: "estaba en la papelera",
  private: "era privado",
  "auto-draft": "era un borrador vacío",
  inherit: "es una revisión o un archivo",
};
const TYPES: Readonly<Record<string, string>> = {
  attachment: "es un archivo subido: las imágenes se traen aparte",
  nav_menu_item: "es una entrada de menú",
};

/** Reads what WordPress calls WXR (Herramientas > Exportar > Todo el contenido). */
export function readWordPress(written: string): ForeignSite {
  const root = readXml(written);
  const [channel] = all(root, "channel");
  if (root.name !== "rss" || channel === undefined || wordsIn(channel, "wp:wxr_version") === "") {
    throw new UnreadableExport("No es una exportación de WordPress: le falta «wp:wxr_version».");
  }
  const names = new Map(
    all(channel, "wp:author").map((author) => [
      wordsIn(author, "wp:author_login"),
      wordsIn(author, "wp:author_display_name"),
    ]),
  );
  const texts: ForeignText[] = [];
  const comments: ForeignComment[] = [];
  const leftOut: LeftOut[] = [];
  for (const item of all(channel, "item")) {
    const where = wordsIn(item, "title") || wordsIn(item, "wp:post_id");
    const why = whyNot(item);
    if (why !== null) {
      leftOut.push({ where, what: why });
      continue;
    }
    const id = wordsIn(item, "wp:post_id");
    texts.push(textOf(item, id, names));
    for (const comment of all(item, "wp:comment")) {
      const read = commentOf(comment, id);
      if ("what" in read) leftOut.push({ where: `comentario en «${where}»`, what: read.what });
      else comments.push(read);
    }
  }
  return { texts, comments, leftOut };
}

function whyNot(item: XmlElement): string | null {
  const type = wordsIn(item, "wp:post_type");
  if (type !== "post" && type !== "page") return TYPES[type] ?? `es de un tipo que aquí no hay (${type})`;
  if (wordsIn(item, "wp:post_password") !== "") return "estaba protegido con contraseña";
  return STATES[wordsIn(item, "wp:status")] ?? null;
}

function textOf(item: XmlElement, id: string, names: ReadonlyMap<string, string>): ForeignText {
  const login = wordsIn(item, "dc:creator");
  const link = wordsIn(item, "link");
  const guid = wordsIn(item, "guid");
  return {
    id,
    title: wordsIn(item, "title"),
    slug: wordsIn(item, "wp:post_name"),
    addresses: [link, guid].filter((address) => address !== ""),
    author: names.get(login) || login,
    day: dayOf(wordsIn(item, "wp:post_date")),
    labels: all(item, "category")
      .filter((label) => ["category", "post_tag"].includes(attribute(label, "domain")))
      .map((label) => label.text.trim()),
    summary: wordsIn(item, "excerpt:encoded"),
    body: { html: wordsIn(item, "content:encoded") },
  };
}

/** `2014-05-12 10:30:00`; drafts have zeros. */
function dayOf(date: string): string | null {
  return /^\d{4}-\d\d-\d\d/.test(date) && !date.startsWith("0000") ? date.slice(0, 10) : null;
}

function commentOf(comment: XmlElement, text: string): ForeignComment | { readonly what: string } {
  const type = wordsIn(comment, "wp:comment_type");
  if (type !== "" && type !== "comment") return { what: `es un aviso de otra web (${type})` };
  const approved = wordsIn(comment, "wp:comment_approved");
  if (approved !== "1") return { what: approved === "spam" ? "era spam" : "no estaba aprobado" };
  const parent = wordsIn(comment, "wp:comment_parent");
  const writtenAt = Date.parse(`${wordsIn(comment, "wp:comment_date_gmt").replace(" ", "T")}Z`);
  if (Number.isNaN(writtenAt)) return { what: "no dice cuándo se escribió" };
  return {
    id: wordsIn(comment, "wp:comment_id"),
    text,
    parent: parent === "" || parent === "0" ? null : parent,
    name: wordsIn(comment, "wp:comment_author"),
    email: wordsIn(comment, "wp:comment_author_email"),
    writtenAt,
    html: wordsIn(comment, "wp:comment_content"),
  };
}
