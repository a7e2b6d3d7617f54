/** No board or thread is this long; a page number out of somebody's address bar may be anything. */
const LAST_PAGE = 1_000_000;

/** Place of a page's first item, from 0. Pages count from 1; what is no page counts as the first. */
export function firstOnPage(page: number, size: number): number {
  return Number.isNaN(page) ? 0 : (Math.min(Math.max(Math.trunc(page), 1), LAST_PAGE) - 1) * size;
}
