import { beforeEach, describe, expect, test } from "vitest";
import { answerOf, type Answer } from "../../../netlify/local/answer.ts";
import { cachePolicyOf, parseVary } from "../../../netlify/local/cache-policy.ts";
import { createCdnCache, type CdnCache } from "../../../netlify/local/cdn-cache.ts";

const SECOND = 1000;
let now = 0;
let cache: CdnCache;

beforeEach(() => {
  now = 1_000_000;
  cache = createCdnCache(() => now);
});

function page(text: string, headers: Record<string, string>, status = 200): Promise<Answer> {
  return answerOf(new Response(text, { status, headers }));
}

function ask(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://127.0.0.1${path}`, { headers });
}

async function keep(request: Request, text: string, headers: Record<string, string>, startedAt = now) {
  return cache.keep(request, await page(text, headers), startedAt);
}

function textOf(request: Request): string | null {
  const hit = cache.find(request);
  return hit ? `${hit.answer.body.bytes.toString()}${hit.stale ? " (stale)" : ""}` : null;
}

const BOARD = { "netlify-cdn-cache-control": "public, durable, max-age=60, stale-while-revalidate=120" };

describe("how long an answer is kept", () => {
  test("fresh, then stale while a new one is made, then gone", async () => {
    await keep(ask("/favores/"), "tablón", BOARD);
    now += 59 * SECOND;
    expect(textOf(ask("/favores/"))).toBe("tablón");
    now += 2 * SECOND;
    expect(textOf(ask("/favores/"))).toBe("tablón (stale)");
    now += 119 * SECOND;
    expect(textOf(ask("/favores/"))).toBeNull();
  });

  test.each([
    ["nothing said", {}],
    ["private", { "cache-control": "private, max-age=60" }],
    [
      "no-store for the CDN, whatever browsers are told",
      { "cache-control": "max-age=60", "cdn-cache-control": "no-store" },
    ],
    ["a cookie is set", { ...BOARD, "set-cookie": "a=1" }],
    ["zero seconds", { "cdn-cache-control": "max-age=0" }],
  ])("%s: not at all", async (_why, headers) => {
    expect(await keep(ask("/x/"), "x", headers)).toBe(false);
    expect(cache.find(ask("/x/"))).toBeNull();
  });

  test("an error is never kept", async () => {
    expect(cache.keep(ask("/x/"), await page("roto", BOARD, 503), now)).toBe(false);
  });

  test("the header that is most for this CDN decides", () => {
    const headers = new Headers({
      "cache-control": "max-age=1",
      "cdn-cache-control": "max-age=2",
      "netlify-cdn-cache-control": "s-maxage=3, max-age=9",
    });
    expect(cachePolicyOf(200, headers)?.maxAge).toBe(3 * SECOND);
  });
});

describe("which requests share an answer", () => {
  test("without Netlify-Vary every parameter counts, in any order", async () => {
    await keep(ask("/favores/?b=2&a=1"), "uno", BOARD);
    expect(textOf(ask("/favores/?a=1&b=2"))).toBe("uno");
    expect(textOf(ask("/favores/?a=1"))).toBeNull();
  });

  test("with it only the named ones do", async () => {
    await keep(ask("/favores/?pagina=2&utm=x"), "dos", { ...BOARD, "netlify-vary": "query=pagina|lugar" });
    expect(textOf(ask("/favores/?utm=y&pagina=2"))).toBe("dos");
    expect(textOf(ask("/favores/?pagina=3"))).toBeNull();
  });

  test("a header or a cookie that counts tells readers apart", async () => {
    const headers = { ...BOARD, "netlify-vary": "header=Accept-Language,cookie=sesion" };
    await keep(ask("/x/", { "accept-language": "es", cookie: "otra=1; sesion=a" }), "es-a", headers);
    expect(textOf(ask("/x/", { "accept-language": "es", cookie: "sesion=a" }))).toBe("es-a");
    expect(textOf(ask("/x/", { "accept-language": "gl", cookie: "sesion=a" }))).toBeNull();
    expect(textOf(ask("/x/", { "accept-language": "es" }))).toBeNull();
  });

  test("`query` alone means every parameter", () => {
    expect(parseVary("query")).toEqual({ query: null, headers: [], cookies: [] });
    expect(parseVary("header=accept").query).toEqual([]);
  });
});

describe("a write throws cached pages away by tag", () => {
  const tagged = (tags: string) => ({ ...BOARD, "netlify-cache-tag": tags });

  test("those with the tag go, others stay", async () => {
    await keep(ask("/favores/"), "tablón", tagged("jobs"));
    await keep(ask("/favores/a-b/"), "favor", tagged("jobs, job:a"));
    await keep(ask("/articulos/x/comentarios/"), "hilo", tagged("thread:x"));
    cache.purge(["job:a", "nadie"]);
    expect([textOf(ask("/favores/")), textOf(ask("/favores/a-b/"))]).toEqual(["tablón", null]);
    cache.purge(["jobs"]);
    expect([textOf(ask("/favores/")), textOf(ask("/articulos/x/comentarios/"))]).toEqual([null, "hilo"]);
  });

  test("a page that was being made while its tag was purged is not kept: it may show the old state", async () => {
    const startedAt = now;
    now += 5;
    cache.purge(["jobs"]);
    now += 5;
    expect(await keep(ask("/favores/"), "viejo", tagged("jobs"), startedAt)).toBe(false);
    expect(await keep(ask("/favores/"), "nuevo", tagged("jobs"), now)).toBe(true);
  });
});

test("memory stays within bounds: the oldest answers make room", async () => {
  const large = "x".repeat(7 * 1024 * 1024);
  for (let i = 0; i < 12; i += 1) await keep(ask(`/${i}/`), large, BOARD);
  expect([textOf(ask("/0/")), textOf(ask("/11/")) === large]).toEqual([null, true]);
});
