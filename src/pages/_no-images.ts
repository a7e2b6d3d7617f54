import type { APIRoute } from "astro";

export const prerender = false;

/** No image is made on demand: Astro's own endpoint would fetch what an address names and let it be kept for a year. */
export const ALL: APIRoute = () =>
  new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
