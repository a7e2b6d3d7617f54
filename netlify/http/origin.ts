/**
 * Whether a request that changes something comes from our own pages. `Sec-Fetch-Site` decides, and where a browser doesn't
 * send it, `Origin`. Neither: no browser sent it on a page's behalf (a program, a mail client's one-click unsubscribe).
 */
export function isSameOrigin(request: Request, siteUrl: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  return origin === new URL(request.url).origin || origin === originOf(siteUrl);
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
