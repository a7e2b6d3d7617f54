import { SITE } from "../site.ts";
import { escapeHtml } from "../markdown/safe-html.ts";
import { lastChangeOf, type Feed, type FeedItem } from "./feed.ts";
import { xmlElement, emptyElement, htmlElement, textElement, xmlDocument, type Xml } from "./xml.ts";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** RSS 2.0 (rssboard.org) with the whole text in `content:encoded`. */
export function rssXml({ title, description, home, self, items }: Feed): string {
  const changed = lastChangeOf(items);
  const channel = [
    textElement("title", withoutMarks(title)),
    textElement("link", home),
    textElement("description", description),
    textElement("language", SITE.language),
    ...(changed ? [textElement("lastBuildDate", changed.toUTCString())] : []),
    emptyElement("atom:link", { href: self, rel: "self", type: "application/rss+xml" }),
    xmlElement("image", {}, [
      textElement("url", new URL("/icon-192.png", home).href),
      textElement("title", withoutMarks(title)),
      textElement("link", home),
    ]),
    ...items.map(itemElement),
  ];
  return xmlDocument(xmlElement("rss", NAMESPACES, [xmlElement("channel", {}, channel)]));
}

function itemElement(item: FeedItem): Xml {
  return xmlElement("item", {}, [
    textElement("title", withoutMarks(item.title)),
    textElement("link", item.url),
    textElement("guid", item.id, { isPermaLink: "false" }),
    textElement("pubDate", item.publishedAt.toUTCString()),
    ...(item.updatedAt ? [textElement("atom:updated", item.updatedAt.toISOString())] : []),
    // Readers take it for HTML.
    textElement("description", escapeHtml(item.summary)),
    textElement("dc:creator", item.author.name),
    ...(item.tags ?? []).map((tag) => textElement("category", tag)),
    ...(item.commentsUrl === undefined ? [] : [textElement("comments", item.commentsUrl)]),
    htmlElement("content:encoded", item.html),
  ]);
}

/**
 * RSS never said whether a title is text or HTML, and readers differ: no escaping is right for both. So there is nothing in
 * it that could be taken for a tag.
 */
function withoutMarks(title: string): string {
  return title.replaceAll("<", "‹").replaceAll(">", "›");
}
