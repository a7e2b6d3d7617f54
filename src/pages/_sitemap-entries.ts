import type { SitemapEntry } from "../feeds/sitemap.ts";
import { sitePages } from "../queries/site-pages.ts";
import { siteUrl } from "./_text-response.ts";

export async function sitemapEntries(context: { readonly site: URL | undefined }): Promise<SitemapEntry[]> {
  const site = siteUrl(context);
  return (await sitePages()).map(({ path, changedAt }) => ({ url: new URL(path, site).href, changedAt }));
}
