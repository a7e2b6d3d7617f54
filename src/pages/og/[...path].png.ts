import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { variantOf } from "../../drawings/cover-variants.ts";
import { SHARED_FAVOURS } from "../../drawings/sharing-card.ts";
import { cards } from "../../og/cards.ts";
import { cardFile, paintCard } from "../../og/draw-card.ts";
import { startPainting, type Painting } from "../../og/painting.ts";
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
  const drawings = new Map([...pages, ...favours]);
  // The dev server asks for this at each picture, and shows one.
  if (import.meta.env.PROD) tellPainting((painting = startPainting(drawings.values(), CACHE_FOLDER)));
  return [...drawings].map(([path, svg]) => ({
    params: { path: path.slice(`${CARDS}/`.length, -".png".length) },
    props: painting ? { file: cardFile(svg, CACHE_FOLDER) } : { svg },
  }));
}) satisfies GetStaticPaths;
let painting: Painting | undefined;

/** The picture of a page, for whoever shares its address. */
export const GET: APIRoute<{ svg?: string; file?: string }> = async ({ props: { svg = "", file } }) => {
  const png =
    painting && file !== undefined ? await painting.picture(file) : await paintCard(svg, CACHE_FOLDER);
  return new Response(png, { headers: { "content-type": "image/png" } });
};

/** On two cores one card takes about this long. */
const SECONDS_EACH = 0.04;

function tellPainting({ missing }: Painting): void {
  if (missing > 0)
    console.warn(`Se pintan ${missing} tarjetas: unos ${Math.ceil(missing * SECONDS_EACH)} s.`);
}
