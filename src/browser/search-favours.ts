import { element } from "./elements.ts";

/** How long somebody has to stop typing before the board is asked, in milliseconds. */
const PAUSE = 400;

let latest = 0;

/**
 * A link to the open favours that have these words, if there are any and the network is there. Null too when the next letter was typed
 * meanwhile: the board is asked once for a word and not for each letter.
 */
export async function favoursLink(query: string): Promise<HTMLAnchorElement | null> {
  const own = ++latest;
  await new Promise((done) => setTimeout(done, PAUSE));
  if (own !== latest || !navigator.onLine) return null;
  const asked = new URLSearchParams({ q: query }).toString();
  const total = await countOf(`/api/jobs?${asked}`).catch(() => 0);
  if (own !== latest || total === 0) return null;
  const words = total === 1 ? `Ver 1 favor con «${query}»` : `Ver ${String(total)} favores con «${query}»`;
  return element("a", { class: "search-try", href: `/favores/?${asked}` }, words);
}

async function countOf(url: string): Promise<number> {
  const response = await fetch(url, { headers: { accept: "application/json" } });
  if (!response.ok) return 0;
  // Our own function's answer, as its document says it.
  return ((await response.json()) as { total: number }).total;
}
