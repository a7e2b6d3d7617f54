import { CLOSED_TO_CRAWLERS, FILES } from "../urls.ts";
import type { APIRoute } from "astro";
import { siteUrl, textResponse } from "./_text-response.ts";

/**
 * Kept out: what answers programs, and pages that only whoever has a link may see. Pages that ask not to be listed are not here: a robot
 * has to read them to know.
 */

export const GET: APIRoute = (context) => {
  const rules = ["User-agent: *", ...CLOSED_TO_CRAWLERS.map((path) => `Disallow: ${path}`)];
  const sitemap = `Sitemap: ${new URL(FILES.sitemapIndex, siteUrl(context)).href}`;
  return textResponse(`${rules.join("\n")}\n\n${sitemap}\n`, "text/plain");
};
