import type { APIRoute } from "astro";
import { sitemapXml } from "../feeds/sitemap.ts";
import { sitemapEntries } from "./_sitemap-entries.ts";
import { textResponse } from "./_text-response.ts";

export const GET: APIRoute = async (context) =>
  textResponse(sitemapXml(await sitemapEntries(context)), "application/xml");
