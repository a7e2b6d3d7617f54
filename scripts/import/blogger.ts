import type { XmlElement } from "@rgrove/parse-xml";
import { madridDay } from "../../src/domain/kernel/time.ts";
import {
  UnreadableExport,
  type ForeignComment,
  type ForeignSite,
  type ForeignText,
  type LeftOut,
} from "./foreign.ts";
import { all, attribute, readXml, wordsIn } from "./xml.ts";

/** Says in a category of an older export what the entry is. */
const KIND = "http://schemas.google.com/g/2005#kind";
/** Blogger gives it to everybody without an address of their own. */
const NO_ADDRESS = "noreply@blogger.com";

/** Reads Blogger's export: Atom, as it was made until 2024 (`#kind`) or as Takeout makes it since (`blogger:type`). */
export function readBlogger(written: string): ForeignSite {
  const root = readXml(written);
  if (root.name !== "feed")
    throw new UnreadableExport("No es una exportación de Blogger: no es un archivo Atom.");
  const entries = all(root, "entry");
  const texts: ForeignText[] = [];
  const comments: ForeignComment[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of entries) {
    const kind = kindOf(entry);
    const where = wordsIn(entry, "title") || wordsIn(entry, "id");
    if (kind === "post" || kind === "page") texts.push(textOf(entry));
    else if (kind === "comment") {
      const read = commentOf(entry);
      if ("what" in read) leftOut.push({ where: "un comentario", what: read.what });
      else comments.push(read);
    } else if (kind !== "settings" && kind !== "template") {
      leftOut.push({ where, what: "no dice que sea una entrada, una página ni un comentario" });
    }
  }
  if (texts.length === 0)
    throw new UnreadableExport("No es una exportación de Blogger: no hay ninguna entrada.");
  return { texts, comments, leftOut };
}

function kindOf(entry: XmlElement): string {
  const own = wordsIn(entry, "blogger:type").toLowerCase();
  if (own !== "") return own;
  const kind = all(entry, "category").find((category) => attribute(category, "scheme") === KIND);
  return kind === undefined ? "" : attribute(kind, "term").replace(/^.*#/, "");
}

function textOf(entry: XmlElement): ForeignText {
  const link = linkOf(entry, "alternate");
  const path = wordsIn(entry, "blogger:filename") || link;
  const control = all(entry, "app:control")[0];
  const isDraft =
    wordsIn(entry, "blogger:status") === "DRAFT" ||
    (control !== undefined && wordsIn(control, "app:draft") === "yes");
  const published = Date.parse(wordsIn(entry, "published"));
  return {
    id: wordsIn(entry, "id"),
    title: wordsIn(entry, "title"),
    slug: path.replace(/^.*\//, "").replace(/\.html$/, ""),
    addresses: path === "" ? [] : [path],
    author: authorOf(entry).name,
    day: isDraft || Number.isNaN(published) ? null : madridDay(published),
    labels: all(entry, "category")
      .filter((category) => attribute(category, "scheme") !== KIND)
      .map((category) => attribute(category, "term")),
    summary: "",
    body: { html: wordsIn(entry, "content") },
  };
}

function commentOf(entry: XmlElement): ForeignComment | { readonly what: string } {
  const status = wordsIn(entry, "blogger:status");
  if (status !== "" && status !== "LIVE") return { what: `no estaba publicado (${status})` };
  const reply = all(entry, "thr:in-reply-to")[0];
  const text = wordsIn(entry, "blogger:parent") || (reply === undefined ? "" : attribute(reply, "ref"));
  const writtenAt = Date.parse(wordsIn(entry, "published"));
  if (text === "" || Number.isNaN(writtenAt))
    return { what: "no dice de qué entrada es, o cuándo se escribió" };
  const { name, email } = authorOf(entry);
  // `…/comments/default/123` is the comment whose id ends in `.post-123`.
  const parent = /(\d+)$/.exec(wordsIn(entry, "blogger:inReplyTo") || linkOf(entry, "related"))?.[1];
  const id = wordsIn(entry, "id");
  return {
    id,
    text,
    parent: parent === undefined ? null : id.replace(/\d+$/, parent),
    name,
    email: email === NO_ADDRESS ? "" : email,
    writtenAt,
    html: wordsIn(entry, "content"),
  };
}

function authorOf(entry: XmlElement): { readonly name: string; readonly email: string } {
  const author = all(entry, "author")[0];
  return author === undefined
    ? { name: "", email: "" }
    : { name: wordsIn(author, "name"), email: wordsIn(author, "email") };
}

function linkOf(entry: XmlElement, rel: string): string {
  const link = all(entry, "link").find((one) => attribute(one, "rel") === rel);
  return link === undefined ? "" : attribute(link, "href");
}
