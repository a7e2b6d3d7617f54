import type { RedisClient } from "./client.ts";

/** For when no store is configured and none may be made up (Netlify): every question is answered with why. */
export function createAbsentClient(why: string): RedisClient {
  const refuse = (): Promise<never> => Promise.reject(new Error(why));
  return { locking: "server", run: refuse, runAll: refuse };
}
