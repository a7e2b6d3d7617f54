import { FILES } from "../urls.ts";
import type { APIRoute } from "astro";
import { lastChange, sitemapIndexXml } from "../feeds/sitemap.ts";
import { sitemapEntries } from "./_sitemap-entries.ts";
import { siteUrl, textResponse } from "./_text-response.ts";

/** One sitemap holds 50,000 pages; favours and conversations, which are live, are found through the board and the articles. */
export const GET: APIRoute = async (context) => {
  const url = new URL(FILES.sitemap, siteUrl(context)).href;
  const changedAt = lastChange(await sitemapEntries(context));
  return textResponse(sitemapIndexXml([{ url, changedAt }]), "application/xml");
};
