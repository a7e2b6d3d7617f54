import { STALE_SECONDS, MAX_AGE_SECONDS } from "../../src/domain/kernel/request-limits.ts";
import type { CacheTag } from "../../src/domain/records/decision.ts";
import type { Job } from "../../src/domain/records/job.ts";
import { SECOND, type Millis } from "../../src/domain/kernel/time.ts";

/**
 * Headers for an answer that is the same for everybody: cached at the CDN under its tags, never in browsers.
 *
 * @param expiresAt when something shown stops being true by itself; no copy outlives it
 * @param parameters the query parameters that tell one answer from another
 */
export function cachedUntil(
  expiresAt: Millis,
  now: Millis,
  tags: readonly CacheTag[],
  parameters: readonly string[],
): Record<string, string> {
  const left = Math.max(0, Math.floor((expiresAt - now) / SECOND));
  const maxAge = Math.min(MAX_AGE_SECONDS, left);
  const stale = Math.min(STALE_SECONDS, left - maxAge);
  return {
    "cache-control": "public, max-age=0, must-revalidate",
    "netlify-cdn-cache-control": `public, max-age=${maxAge}, stale-while-revalidate=${stale}`,
    "netlify-cache-tag": tags.join(","),
    ...(parameters.length === 0 ? {} : { "netlify-vary": `query=${parameters.join("|")}` }),
  };
}

/** When the first of these favours closes by itself. */
export function soonestExpiry(jobs: readonly Job[]): Millis {
  return Math.min(...jobs.filter((job) => job.state === "open").map((job) => job.expiresAt));
}
