import * as z from "zod/mini";
import { type Standing, standingOf } from "../domain/favours/standing.ts";
import { STANDING_LOOKS_AT } from "../domain/kernel/thanks-limits.ts";
import { deedsKey } from "./address-keys.ts";
import { ask, Ids, type RedisClient } from "./redis/client.ts";

export function createStandings(redis: RedisClient) {
  return {
    /** What the favours of each address (its keyed hash) that were done come to, in the order asked for. One round trip. */
    async standings(addresses: readonly string[]): Promise<(Standing | null)[]> {
      if (addresses.length === 0) return [];
      const members = await ask("list what was done", z.array(Ids), () =>
        redis.runAll(addresses.map((address) => ["zrange", deedsKey(address), 0, STANDING_LOOKS_AT - 1])),
      );
      return members.map(standingOf);
    },
  };
}
