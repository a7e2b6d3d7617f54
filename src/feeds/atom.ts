import { SITE } from "../site.ts";
import { feedId, lastChangeOf, type Feed, type FeedItem } from "./feed.ts";
import { xmlElement, emptyElement, htmlElement, textElement, xmlDocument, type Xml } from "./xml.ts";

/** Atom (RFC 4287). It has to say when it last changed, so there has to be an item. */
export function atomXml({ title, description, home, self, items }: Feed): string {
  const changed = lastChangeOf(items);
  if (changed === undefined) throw new Error(`${self}: an Atom feed without entries has no date`);
  const attributes = { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": SITE.language };
  const feed = [
    textElement("id", feedId(new URL(self).pathname.slice(1))),
    textElement("title", title),
    textElement("subtitle", description),
    textElement("updated", changed.toISOString()),
    emptyElement("link", { href: self, rel: "self", type: "application/atom+xml" }),
    emptyElement("link", { href: home, rel: "alternate", type: "text/html", hreflang: SITE.language }),
    textElement("icon", new URL("/icon-192.png", home).href),
    ...items.map(entryElement),
  ];
  return xmlDocument(xmlElement("feed", attributes, feed));
}

function entryElement(item: FeedItem): Xml {
  const { name, url } = item.author;
  return xmlElement("entry", {}, [
    textElement("id", item.id),
    textElement("title", item.title),
    emptyElement("link", { href: item.url, rel: "alternate", type: "text/html" }),
    textElement("published", item.publishedAt.toISOString()),
    textElement("updated", (item.updatedAt ?? item.publishedAt).toISOString()),
    xmlElement("author", {}, [
      textElement("name", name),
      ...(url === undefined ? [] : [textElement("uri", url)]),
    ]),
    ...(item.tags ?? []).map((tag) => emptyElement("category", { term: tag })),
    textElement("summary", item.summary),
    htmlElement("content", item.html, { type: "html" }),
  ]);
}
