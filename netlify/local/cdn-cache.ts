import type { Answer } from "./answer.ts";
import { cachePolicyOf, type VaryPolicy } from "./cache-policy.ts";

/** What a CDN would remember, kept small: this is one machine's memory. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_PATHS = 5000;
/** Longer than any function may take, so that no answer made before a purge is kept after it. */
const PURGE_MEMORY_MS = 120_000;

interface Entry {
  readonly answer: Answer;
  readonly storedAt: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly tags: readonly string[];
}

export interface CacheHit {
  readonly answer: Answer;
  readonly ageSeconds: number;
  /** True: answer with it, and make a new one meanwhile. */
  readonly stale: boolean;
  readonly key: string;
}

export interface CdnCache {
  find(request: Request): CacheHit | null;
  /** `startedAt`: when the answer began to be made. Says whether it was kept. */
  keep(request: Request, answer: Answer, startedAt: number): boolean;
  purge(tags: readonly string[]): void;
}

/** Keeps answers in memory as Netlify's CDN does, by the headers they carry. `now` in milliseconds. */
export function createCdnCache(now: () => number): CdnCache {
  const entries = new Map<string, Entry>();
  const varyByPath = new Map<string, VaryPolicy>();
  let purges: { readonly at: number; readonly tags: readonly string[] }[] = [];
  let bytes = 0;

  function drop(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    bytes -= entry.answer.body.bytes.length;
    entries.delete(key);
  }

  function forgetAll(): void {
    entries.clear();
    varyByPath.clear();
    bytes = 0;
  }

  return {
    find(request) {
      const url = new URL(request.url);
      const vary = varyByPath.get(url.pathname);
      if (!vary) return null;
      const key = keyOf(url, request.headers, vary);
      const entry = entries.get(key);
      if (!entry) return null;
      const at = now();
      if (at >= entry.staleUntil) {
        drop(key);
        return null;
      }
      const ageSeconds = Math.floor((at - entry.storedAt) / 1000);
      return { answer: entry.answer, ageSeconds, stale: at >= entry.freshUntil, key };
    },

    keep(request, answer, startedAt) {
      const policy = cachePolicyOf(answer.status, answer.headers);
      if (!policy) return false;
      const purgedMeanwhile = purges.some(
        (purge) => purge.at >= startedAt && purge.tags.some((tag) => policy.tags.includes(tag)),
      );
      if (purgedMeanwhile || answer.body.bytes.length > MAX_BYTES / 8) return false;
      const url = new URL(request.url);
      const key = keyOf(url, request.headers, policy.vary);
      drop(key);
      if (varyByPath.size >= MAX_PATHS) forgetAll();
      varyByPath.set(url.pathname, policy.vary);
      const storedAt = now();
      const freshUntil = storedAt + policy.maxAge;
      const staleUntil = freshUntil + policy.staleWhileRevalidate;
      entries.set(key, { answer, storedAt, freshUntil, staleUntil, tags: policy.tags });
      bytes += answer.body.bytes.length;
      for (const oldest of entries.keys()) {
        if (bytes <= MAX_BYTES) break;
        drop(oldest);
      }
      return true;
    },

    purge(tags) {
      const at = now();
      purges = [...purges.filter((purge) => purge.at > at - PURGE_MEMORY_MS), { at, tags }];
      for (const [key, entry] of entries) {
        if (entry.tags.some((tag) => tags.includes(tag))) drop(key);
      }
    },
  };
}

function keyOf(url: URL, headers: Headers, vary: VaryPolicy): string {
  const query = [...url.searchParams]
    .filter(([name]) => vary.query === null || vary.query.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const cookies = parseCookies(headers.get("cookie"));
  return JSON.stringify([
    url.pathname,
    query,
    vary.headers.map((name) => headers.get(name)),
    vary.cookies.map((name) => cookies.get(name) ?? null),
    vary,
  ]);
}

function parseCookies(header: string | null): Map<string, string> {
  return new Map(
    (header ?? "").split(";").map((part) => {
      const [name = "", ...value] = part.split("=");
      return [name.trim(), value.join("=").trim()];
    }),
  );
}
