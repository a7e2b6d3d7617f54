import { escapeHtml } from "../markdown/safe-html.ts";

/** A page of the sitemap, by its absolute address. */
export interface SitemapEntry {
  readonly url: string;
  /** When what it says last changed; left out where nobody can tell, because a false date makes all of them worthless. */
  readonly changedAt?: Date | undefined;
}

/** One sitemap of the protocol of sitemaps.org, for up to 50,000 pages. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const urls = entries.map((entry) => `<url>${fields(entry)}</url>\n`);
  return document("urlset", urls);
}

/** The list of sitemaps that `robots.txt` names. */
export function sitemapIndexXml(sitemaps: readonly SitemapEntry[]): string {
  return document(
    "sitemapindex",
    sitemaps.map((entry) => `<sitemap>${fields(entry)}</sitemap>\n`),
  );
}

/** The newest of these dates. */
export function lastChange(entries: readonly SitemapEntry[]): Date | undefined {
  const times = entries.flatMap(({ changedAt }) => changedAt?.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}

function fields({ url, changedAt }: SitemapEntry): string {
  // Front matter has days, not moments.
  const lastmod = changedAt === undefined ? "" : `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>`;
  return `<loc>${escapeHtml(url)}</loc>${lastmod}`;
}

function document(root: string, children: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${children.join("")}</${root}>\n`;
}
