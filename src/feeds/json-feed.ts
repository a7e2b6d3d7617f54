import { SITE } from "../site.ts";
import type { Feed } from "./feed.ts";

/** JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed({ title, description, home, self, items }: Feed): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: home,
    feed_url: self,
    language: SITE.language,
    icon: new URL("/icon-512.png", home).href,
    favicon: new URL("/icon-192.png", home).href,
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      date_published: item.publishedAt.toISOString(),
      // JSON leaves out what is undefined.
      date_modified: item.updatedAt?.toISOString(),
      authors: [item.author],
      tags: item.tags,
      language: SITE.language,
    })),
  };
  return JSON.stringify(feed, null, 1);
}
