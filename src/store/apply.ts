import * as z from "zod/mini";
import { ask, runScript, type RedisClient } from "./client.ts";
import { COMMIT_SCRIPT } from "./commit-script.ts";
import { encode, type GuardStep, type WriteStep } from "./instructions.ts";

const Answer = z.union([
  z.tuple([z.literal("committed")]),
  z.tuple([z.literal("conflict")]),
  z.tuple([z.literal("limit"), z.string()]),
  z.tuple([z.literal("repeated"), z.string()]),
]);
export type Applied = z.infer<typeof Answer>;

/** Every write of the store goes through here: all of it or none of it, in one round trip. */
export function apply(
  redis: RedisClient,
  doing: string,
  guards: readonly GuardStep[],
  writes: readonly WriteStep[],
): Promise<Applied> {
  const { keys, args } = encode(guards, writes);
  return ask(doing, Answer, () => runScript(redis, COMMIT_SCRIPT, keys, args));
}
