import { defineMiddleware } from "astro:middleware";
import { SECURITY_HEADERS, withoutFraming } from "../netlify/http/security-headers.ts";

/** Routes that Astro adds by itself. The site makes no image and no island on demand. */
const ADDED_ROUTES = /^\/_/;

/**
 * The platform's header rules don't reach pages that a function renders, so those get the security headers here, from the
 * one list. The content security policy is the page's own, with its hashes.
 */
export const onRequest = defineMiddleware(async ({ isPrerendered, routePattern }, next) => {
  const response = ADDED_ROUTES.test(routePattern)
    ? new Response(null, { status: 404, headers: { "cache-control": "no-store" } })
    : await next();
  // Static pages get theirs from the file that the build writes for the platform.
  if (isPrerendered) return response;
  const { headers } = response;
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  // While one writes, pages have no policy of their own; the one of answers that are no page would refuse their styles.
  if (import.meta.env.DEV) headers.delete("content-security-policy");
  else headers.set("content-security-policy", withoutFraming(headers.get("content-security-policy") ?? ""));
  if (headers.get("content-type") === "text/html") headers.set("content-type", "text/html; charset=utf-8");
  // A copy may be kept by the CDN for a while (`Netlify-CDN-Cache-Control`), by a browser never unasked.
  if (!headers.has("cache-control")) headers.set("cache-control", "public, max-age=0, must-revalidate");
  return response;
});
