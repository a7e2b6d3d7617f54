import type { APIRoute } from "astro";
import { siteUrl, textResponse } from "./_text-response.ts";

/**
 * Kept out: what answers programs, and pages that only whoever has a link may see. Pages that ask not to be listed are not here: a robot
 * has to read them to know.
 */
const CLOSED = ["/api/", "/gestion/", "/buzon/", "/buzon.json"];

export const GET: APIRoute = (context) => {
  const rules = ["User-agent: *", ...CLOSED.map((path) => `Disallow: ${path}`)];
  const sitemap = `Sitemap: ${new URL("/sitemap-index.xml", siteUrl(context)).href}`;
  return textResponse(`${rules.join("\n")}\n\n${sitemap}\n`, "text/plain");
};
