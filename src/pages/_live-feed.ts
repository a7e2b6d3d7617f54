import type { APIContext } from "astro";
import { rssXml } from "../feeds/rss.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Live } from "../queries/live.ts";
import { withValidator } from "../validator.ts";
import { textResponse } from "./_text-response.ts";

/**
 * A feed of what visitors wrote, cached as long as its page would be. With the store down a reader is told to come back: an empty feed
 * would make it forget what it has.
 *
 * @param params the query parameters that tell one feed from another
 */
export async function liveFeed<T>(
  { cache, request }: Pick<APIContext, "cache" | "request">,
  live: Live<T>,
  toFeed: (value: T) => Feed,
  params: readonly string[] = [],
): Promise<Response> {
  if (live.status === "down") {
    return new Response("Ahora mismo no se puede leer. Prueba dentro de un minuto.\n", {
      status: 503,
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "private, no-store",
        "retry-after": "60",
      },
    });
  }
  const response = textResponse(rssXml(toFeed(live.value)), "application/rss+xml");
  // Without the header a cache would keep a copy for every address that anybody makes up.
  response.headers.set("Netlify-Vary", params.length > 0 ? `query=${params.join("|")}` : "query=_");
  const answer = await withValidator(request, response);
  // A 304 has no body that a cache could keep.
  if (answer.status === 200) cache.set(live.cacheHint);
  return answer;
}
