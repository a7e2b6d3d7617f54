import { answerOf, plainAnswer, type Answer } from "./answer.ts";
import { withoutCdnHeaders } from "./cache-policy.ts";
import { createCdnCache, type CdnCache } from "./cdn-cache.ts";
import { createBody, LIVE_BROTLI } from "./body.ts";
import type { Background } from "./function-context.ts";

/** What Netlify allows one call of a function. */
const FUNCTION_TIMEOUT_MS = 60_000;

/** Makes the answer to one request: a function, or the function that renders the on-demand pages. */
export type Make = (request: Request) => Promise<Response | undefined>;

export interface LiveAnswers {
  readonly cache: CdnCache;
  answer(request: Request, make: Make): Promise<Answer>;
}

/** Runs functions and on-demand pages behind a cache that works like Netlify's. */
export function createLiveAnswers(background: Background, logError: (error: unknown) => void): LiveAnswers {
  const cache = createCdnCache(Date.now);
  const renewing = new Set<string>();

  async function makeAndKeep(request: Request, make: Make): Promise<Answer> {
    const startedAt = Date.now();
    const answer = await run(unconditional(request), make, logError);
    if (request.method === "GET") cache.keep(request, answer, startedAt);
    return answer;
  }

  function renew(key: string, request: Request, make: Make): void {
    if (renewing.has(key)) return;
    renewing.add(key);
    const again = new Request(request, { method: "GET" });
    background.add(makeAndKeep(again, make).finally(() => renewing.delete(key)));
  }

  return {
    cache,
    async answer(request, make) {
      const readable = request.method === "GET" || request.method === "HEAD";
      const hit = readable ? cache.find(request) : null;
      if (!hit) return outgoing(await makeAndKeep(request, make), '"local"; fwd=miss');
      if (hit.stale) renew(hit.key, request, make);
      const sent = outgoing(hit.answer, hit.stale ? '"local"; hit; detail=stale' : '"local"; hit');
      sent.headers.set("age", String(hit.ageSeconds));
      return sent;
    },
  };
}

/** The cache asks for the whole answer, so that it has something to keep; whoever asked is told "not modified" on the way out. */
function unconditional(request: Request): Request {
  if (request.method !== "GET" || !request.headers.has("if-none-match")) return request;
  const headers = new Headers(request.headers);
  headers.delete("if-none-match");
  return new Request(request, { headers });
}

function outgoing(answer: Answer, cacheStatus: string): Answer {
  const headers = withoutCdnHeaders(answer.headers);
  headers.set("cache-status", cacheStatus);
  return { status: answer.status, headers, body: answer.body };
}

async function run(request: Request, make: Make, logError: (error: unknown) => void): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"tooLate">((resolve) => {
    timer = setTimeout(resolve, FUNCTION_TIMEOUT_MS, "tooLate");
  });
  try {
    const made = await Promise.race([make(request).then(toAnswer), tooLate]);
    return made === "tooLate"
      ? plainAnswer(504, "La página está tardando demasiado. Inténtalo otra vez.")
      : made;
  } catch (error) {
    logError(error);
    return plainAnswer(500, "Algo ha fallado por nuestra parte. Inténtalo otra vez dentro de un rato.");
  } finally {
    clearTimeout(timer);
  }
}

function toAnswer(response: Response | undefined): Answer | Promise<Answer> {
  if (response) return answerOf(response);
  return { status: 204, headers: new Headers(), body: createBody(Buffer.alloc(0), LIVE_BROTLI) };
}
