/** The card of whatever has none of its own: pages that ask not to be listed, and the home page. */
export const SITE_CARD = "/og/makethejobs.png";

/**
 * Where the card of a page is. Further pages of a list have that of the first.
 *
 * @example cardPath("/articulos/nunca-borres-la-polemica/") // "/og/articulos/nunca-borres-la-polemica.png"
 * @example cardPath("/articulos/2/") // "/og/articulos.png"
 */
export function cardPath(pagePath: string): string {
  const path = pagePath.replace(/\/\d+\/$/, "/");
  return path === "/" ? SITE_CARD : `/og${path.replace(/\/$/, "")}.png`;
}
