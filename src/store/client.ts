import type { Redis } from "@upstash/redis";
import * as z from "zod/mini";
import type { Script } from "./script.ts";
import { StoreDown } from "./store-down.ts";

/** What the store uses of the `@upstash/redis` client; the embedded one knows these commands and no others. */
export type RedisClient = Pick<Redis, "eval" | "evalsha" | "get" | "mget" | "ping" | "pipeline" | "zrange">;

/** Shapes of the answers of single commands. */
export const Text = z.nullable(z.string());
export const Texts = z.array(Text);
export const Ids = z.array(z.string());
/** Redis answers a count as a number. */
export const Size = z.int();

/**
 * Asks the store and looks at what comes back.
 * @throws StoreDown when there is no answer, or one of another shape.
 */
export async function ask<T>(
  doing: string,
  shape: z.ZodMiniType<T>,
  request: () => Promise<unknown>,
): Promise<T> {
  try {
    return z.parse(shape, await request());
  } catch (cause) {
    throw cause instanceof StoreDown ? cause : new StoreDown(doing, cause);
  }
}

/**
 * Reads what was kept as JSON text.
 * @throws StoreDown when it has another shape: what can't be read must not be decided upon.
 */
export function readKept<T>(doing: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new StoreDown(`${doing}: it has another shape`, cause);
  }
}

/** Runs a script by its hash; Redis asks for the text (`NOSCRIPT`) when it has not seen it since it started. */
export async function runScript(
  redis: RedisClient,
  { lua, sha }: Script,
  keys: string[],
  args: string[],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha, keys, args);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("NOSCRIPT")) throw error;
    return redis.eval(lua, keys, args);
  }
}
