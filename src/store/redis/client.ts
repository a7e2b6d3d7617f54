import * as z from "zod/mini";
import type { Locking, Script } from "./scripts.ts";

/** A command of Redis as it is sent: its name, then its arguments. */
export type Command = readonly [name: string, ...args: (string | number)[]];

/**
 * A way to Redis. Answers come as Redis gives them, texts always as texts: "007" stays "007".
 * Both methods throw when Redis refuses a command or can't be reached.
 */
export interface RedisClient {
  /** Which text of a script its server takes. */
  readonly locking: Locking;
  run(command: Command): Promise<unknown>;
  /** The answers to several commands, in one round trip; others may be served between them. */
  runAll(commands: readonly Command[]): Promise<unknown[]>;
}

/** Shapes of the answers of single commands. */
export const TextReply = z.nullable(z.string());
export const TextReplies = z.array(TextReply);
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

/** Runs a script by its hash. Only keys among `keys` may be touched; Redis asks for the text (`NOSCRIPT`) when it has not seen it since it started. */
export async function runScript(
  redis: RedisClient,
  script: Script,
  keys: string[],
  args: string[],
): Promise<unknown> {
  const { lua, sha } = script[redis.locking];
  try {
    return await redis.run(["evalsha", sha, keys.length, ...keys, ...args]);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("NOSCRIPT")) throw error;
    return redis.run(["eval", lua, keys.length, ...keys, ...args]);
  }
}

/**
 * The store can't answer: refused, too slow, out of order, or it answered something that nobody can read. Nothing is known
 * about whether a write that was on its way arrived; sending the same form again settles it (`once`).
 */
export class StoreDown extends Error {
  override readonly name = "StoreDown";

  /** @param doing what was being asked of the store, without any visitor's data. */
  constructor(doing: string, cause: unknown) {
    super(`The store did not answer: ${doing}`, { cause: withoutCommand(cause) });
  }
}

/**
 * The client's own errors quote the whole command, and so the address and the text of whoever sent the form. What is
 * logged must not hold them.
 */
function withoutCommand(cause: unknown): unknown {
  if (!(cause instanceof Error) || !cause.name.startsWith("Upstash")) return cause;
  const kept = new Error(cause.message.replace(/, command was:[^]*$/, "").slice(0, 200));
  kept.name = cause.name;
  return kept;
}

/** For when no store is configured and none may be made up (Netlify): every question is answered with why. */
export function createAbsentClient(why: string): RedisClient {
  const refuse = (): Promise<never> => Promise.reject(new Error(why));
  return { locking: "server", run: refuse, runAll: refuse };
}
