import type { AstroGlobal } from "astro";
import type { Freshness } from "../queries/live.ts";

type Page = Pick<AstroGlobal, "cache" | "response">;

/** The same page for everybody: the CDN keeps a copy for as long as what it says holds, browsers ask each time. */
export function keepInCdn(
  { cache, response }: Page,
  freshness: Freshness,
  parameters: readonly string[],
): void {
  cache.set(freshness);
  response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  response.headers.set("Netlify-Vary", `query=${parameters.join("|")}`);
}

/** Somebody's own page, or no page at all: nobody keeps it. A 503 asks to come back in half a minute. */
export function keepNowhere({ response }: Pick<Page, "response">, status = 200): void {
  response.status = status;
  response.headers.set("Cache-Control", "private, no-store");
  if (status === 503) response.headers.set("Retry-After", "30");
}

/** A redirect that is for good, and yet asked for again: a title that is changed back would otherwise send browsers in circles. */
export function permanent(redirect: Response): Response {
  redirect.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  return redirect;
}
