import type { RateLimit } from "./functions.ts";

/** Nobody on one machine has this many addresses; beyond it, forgetting all is better than growing. */
const MAX_WINDOWS = 10_000;

export interface PlatformRateLimiter {
  /** Counts one request; false when this address asked this function too often. */
  allow(functionName: string, ip: string, limit: RateLimit): boolean;
}

/** Netlify's own limit per function and address (`config.rateLimit`), with a sliding window in memory. */
export function createRateLimiter(now: () => number): PlatformRateLimiter {
  const windows = new Map<string, number[]>();

  return {
    allow(functionName, ip, limit) {
      const key = `${functionName} ${ip}`;
      const since = now() - limit.windowSize * 1000;
      const recent = (windows.get(key) ?? []).filter((at) => at > since);
      if (recent.length >= limit.windowLimit) {
        windows.set(key, recent);
        return false;
      }
      recent.push(now());
      if (windows.size > MAX_WINDOWS) windows.clear();
      windows.set(key, recent);
      return true;
    },
  };
}
