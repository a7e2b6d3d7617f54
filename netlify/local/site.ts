import { existsSync } from "node:fs";
import { join } from "node:path";
import { plainAnswer, redirectTo, type Answer } from "./answer.ts";
import { createContext, type Background } from "./function-context.ts";
import { findFunction, loadFunction, loadFunctions, type SiteFunction } from "./functions.ts";
import { readHeaderRules } from "./header-rules.ts";
import { createLiveAnswers } from "./live.ts";
import type { Incoming } from "./node-http.ts";
import { createRateLimiter } from "./rate-limit.ts";
import { readRedirects } from "./redirects.ts";
import { openStaticFiles, type StaticFile } from "./static-files.ts";

/** What `npm run build` leaves, relative to the project's folder. */
export const BUILT = {
  pages: "dist",
  functions: "build/functions",
  onDemandPages: ".netlify/v1/functions/ssr/ssr.mjs",
  headers: ".netlify/v1/config.json",
} as const;

/** What Netlify sends with static files unless a rule says otherwise. */
const STATIC_CACHE_CONTROL = "public, max-age=0, must-revalidate";

export interface Site {
  readonly functions: readonly SiteFunction[];
  answer(incoming: Incoming): Promise<Answer>;
  purge(tags: readonly string[]): void;
}

/**
 * The built site with the order in which Netlify looks: functions with a path, redirects, static files, and last the
 * function that renders the on-demand pages, which also knows the 404 page.
 */
export async function openSite(
  root: string,
  options: { platformLimits: boolean; background: Background; logError: (error: unknown) => void },
): Promise<Site> {
  const files = await openStaticFiles(join(root, BUILT.pages));
  const functions = await loadFunctions(join(root, BUILT.functions));
  const pagesFile = join(root, BUILT.onDemandPages);
  const pages = existsSync(pagesFile) ? await loadFunction(pagesFile) : null;
  const headersOf = readHeaderRules(join(root, BUILT.headers));
  const redirectOf = readRedirects(join(root, BUILT.pages, "_redirects"));
  const live = createLiveAnswers(options.background, options.logError);
  const limiter = createRateLimiter(Date.now);

  function callFunction({ request, ip }: Incoming, fn: SiteFunction, params: Record<string, string>) {
    if (options.platformLimits && fn.rateLimit && !limiter.allow(fn.name, ip, fn.rateLimit)) {
      const retryAfter = String(fn.rateLimit.windowSize);
      return plainAnswer(429, "Demasiadas peticiones seguidas. Espera un minuto.", {
        "retry-after": retryAfter,
      });
    }
    const url = new URL(request.url);
    return live.answer(request, (asked) =>
      fn.handler(asked, createContext(url, ip, params, options.background)),
    );
  }

  function staticAnswer(pathname: string, file: StaticFile, status: number): Answer {
    const headers = new Headers({ "content-type": file.contentType, "cache-control": STATIC_CACHE_CONTROL });
    for (const [name, value] of headersOf(pathname)) headers.set(name, value);
    headers.set("etag", file.etag);
    return { status, headers, body: file.body };
  }

  return {
    functions,
    purge: (tags) => {
      live.cache.purge(tags);
    },
    async answer(incoming) {
      const { method, url } = incoming.request;
      const { pathname, search, searchParams } = new URL(url);
      const match = findFunction(functions, method, pathname);
      if (match) return callFunction(incoming, match.fn, match.params);
      const redirect = redirectOf(pathname, searchParams);
      if (redirect) return redirectTo(redirect.to + (redirect.keepsSearch ? search : ""), redirect.status);
      if (method === "GET" || method === "HEAD") {
        const found = await files.find(pathname);
        if (found?.type === "file") return staticAnswer(pathname, found.file, 200);
        if (found) return redirectTo(found.to + search, 301);
      }
      if (pages) return callFunction(incoming, pages, {});
      const notFound = await files.find("/404.html");
      return notFound?.type === "file"
        ? staticAnswer("/404", notFound.file, 404)
        : plainAnswer(404, "Aquí no hay nada.");
    },
  };
}
