/** A file made at build; on-demand ones say more about caching themselves. */
export function textResponse(body: string, type: string): Response {
  return new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });
}

/** Where the site is; `astro.config.mjs` always says it. */
export function siteUrl({ site }: { readonly site: URL | undefined }): URL {
  if (site === undefined) throw new Error("astro.config.mjs has no `site`: no absolute address can be made.");
  return site;
}
