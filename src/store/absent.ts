import { Redis } from "@upstash/redis";
import type { RedisClient } from "./client.ts";

/** For when no store is configured and none may be made up (Netlify): every question is answered with why. */
export function createAbsentClient(why: string): RedisClient {
  return new Redis({ request: () => Promise.reject(new Error(why)) });
}
