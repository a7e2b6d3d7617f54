import { VISITOR_KEY_TTL } from "../domain/kernel/limits.ts";
import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { SECOND } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { ask, type RedisClient } from "./redis/client.ts";
import { guard, write } from "./instructions.ts";
import { rateKey, visitorKeyKey } from "./passing-keys.ts";

export function createRates(redis: RedisClient) {
  return {
    /**
     * Counts one use, in one atomic round trip; false when `limit` have been counted. The window opens with the first use and lasts
     * `seconds`; uses that are refused are not counted, so that whoever keeps trying gets in again when it closes.
     */
    async withinRate(name: string, limit: number, seconds: number): Promise<boolean> {
      const key = rateKey(name);
      const [status] = await apply(
        redis,
        "count a use",
        [guard.atMost(key, limit - 1, name)],
        [write.incr(key, 1, seconds * SECOND)],
      );
      return status === "committed";
    },

    /** The day's random key (256 bit, base64url): whoever asks first makes it, everybody gets the same. */
    async visitorKey(day: string): Promise<string> {
      const key = visitorKeyKey(day);
      const answer = await ask("get the day's key", z.tuple([z.unknown(), z.string()]), () =>
        redis.runAll([
          ["set", key, randomBytes(32).toString("base64url"), "nx", "px", VISITOR_KEY_TTL],
          ["get", key],
        ]),
      );
      return answer[1];
    },
  };
}
