import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import type { Card } from "../../og/card.ts";
import { CARDS, cardPath } from "../../urls.ts";
import { drawCard } from "../../og/draw-card.ts";
import { sitePages } from "../../queries/site-pages.ts";

/** Where build caches live; Netlify keeps it from one build to the next. */
const CACHE_FOLDER = join("node_modules", ".cache", "cards");

export const getStaticPaths = (async () => {
  const cards = new Map((await sitePages()).map((page) => [cardPath(page.path), page]));
  return [...cards].map(([path, { kicker, title }]) => ({
    params: { path: path.slice(`${CARDS}/`.length, -".png".length) },
    props: { card: { kicker, title } },
  }));
}) satisfies GetStaticPaths;

/** The picture of a page, for whoever shares its address. */
export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await drawCard(props.card, CACHE_FOLDER), { headers: { "content-type": "image/png" } });
