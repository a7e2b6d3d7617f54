import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { variantOf } from "../../drawings/cover-variants.ts";
import { SHARED_FAVOURS } from "../../drawings/sharing-card.ts";
import { cards } from "../../og/cards.ts";
import { paintCard } from "../../og/draw-card.ts";
import { sitePages } from "../../queries/site-pages.ts";
import { CARDS, cardPath, favourCard } from "../../urls.ts";

/** Where build caches live; Netlify keeps it from one build to the next. */
const CACHE_FOLDER = join("node_modules", ".cache", "cards");

/** A card for each page that may be listed, and one for each category and reward that a favour may have. */
export const getStaticPaths = (async () => {
  const { page, favour } = await cards();
  const pages = (await sitePages()).map(({ path, kicker, title, topic }): [string, string] => {
    const paper = topic === undefined ? undefined : variantOf({ kind: "article", slug: path, topic }).stub;
    return [cardPath(path), page({ kicker, title, topic, paper })];
  });
  const favours = SHARED_FAVOURS.map((each): [string, string] => [
    cardPath(favourCard(each.category, each.reward)),
    favour(each),
  ]);
  return [...new Map([...pages, ...favours])].map(([path, svg]) => ({
    params: { path: path.slice(`${CARDS}/`.length, -".png".length) },
    props: { svg },
  }));
}) satisfies GetStaticPaths;

/** The picture of a page, for whoever shares its address. */
export const GET: APIRoute<{ svg: string }> = async ({ props }) =>
  new Response(await paintCard(props.svg, CACHE_FOLDER), { headers: { "content-type": "image/png" } });
