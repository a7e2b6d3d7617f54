import { PAGE_MAX_AGE_SECONDS, PAGE_STALE_SECONDS } from "../domain/kernel/request-limits.ts";
import { type Millis, SECOND } from "../domain/kernel/time.ts";

/** How long a page with visitors' text may be kept by a cache, and which changes throw it away: for `Astro.cache.set`. */
export interface Freshness {
  /** Seconds. */
  readonly maxAge: number;
  /** Seconds after `maxAge` in which the old page is shown while a new one is fetched. */
  readonly swr: number;
  readonly tags: string[];
}

/** What a question to the store came back with. `down`: the store did not answer, and the page has to say so. */
export type Live<T> =
  { readonly status: "ok"; readonly value: T; readonly cacheHint: Freshness } | { readonly status: "down" };

/** Of a page that shows both: the shorter life, and the changes of each. */
export function fresherOf(one: Freshness, other: Freshness): Freshness {
  const maxAge = Math.min(one.maxAge, other.maxAge);
  const swr = Math.min(one.maxAge + one.swr, other.maxAge + other.swr) - maxAge;
  return { maxAge, swr, tags: [...new Set([...one.tags, ...other.tags])] };
}

/** `ends`: moments after which the page would say something that is no longer so, such as an open favour's expiry. */
export function freshness(tags: readonly string[], now: Millis, ends: readonly Millis[] = []): Freshness {
  const left = Math.floor((Math.min(...ends, Infinity) - now) / SECOND);
  const maxAge = Math.max(0, Math.min(PAGE_MAX_AGE_SECONDS, left));
  const swr = Math.max(0, Math.min(PAGE_STALE_SECONDS, left - maxAge));
  return { maxAge, swr, tags: [...tags] };
}
