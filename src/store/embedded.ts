import { Redis, type UpstashResponse } from "@upstash/redis";
import * as z from "zod/mini";
import type { Millis } from "../domain/time.ts";
import type { RedisClient } from "./client.ts";
import { createCommands } from "./embedded-commands.ts";
import { openDatabase } from "./embedded-database.ts";
import { CommandError } from "./embedded-entries.ts";
import { createKeyspace, type Reply } from "./embedded-keyspace.ts";

export interface EmbeddedClient extends RedisClient {
  close(): void;
}

/** After this many requests the room of what ran out is given back. */
const CLEAR_EVERY = 500;

const Command = z.array(z.union([z.string(), z.number()]));

interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

/**
 * The `@upstash/redis` client over a file instead of a network: its commands run in this process, on `node:sqlite`. Any number of
 * processes may open the same file.
 * @param file made, with its folder, if it is not there.
 * @param clock what lifetimes are measured with.
 */
export function createEmbeddedClient(file: string, clock: () => Millis = Date.now): EmbeddedClient {
  const sql = openDatabase(file);
  const keyspace = createKeyspace(sql, clock);
  const run = createCommands(sql, keyspace);
  let requests = 0;
  keyspace.entries.clearExpired();

  function answer(command: unknown): Answer {
    try {
      return { result: quoted(run(z.parse(Command, command).map(String))) };
    } catch (error) {
      if (error instanceof CommandError) return { error: error.message };
      throw error;
    }
  }

  function answerAll(path: readonly string[] | undefined, body: unknown): Answer | Answer[] {
    requests += 1;
    if (requests % CLEAR_EVERY === 0) keyspace.entries.clearExpired();
    return path?.[0] === "pipeline" ? z.parse(z.array(z.unknown()), body).map(answer) : answer(body);
  }

  const redis = new Redis({
    request: ({ path, body }) =>
      new Promise((resolve) => {
        // Which type an answer has only the client's caller knows; `ask` looks at every one.
        resolve(answerAll(path, body) as UpstashResponse<never>);
      }),
  });
  return Object.assign(redis, { close: sql.close });
}

/**
 * With a requester the client ignores `automaticDeserialization: false` and reads every text as JSON: "007" would come back as 7. Texts
 * are handed to it as JSON strings, so that what it reads out of them is the text.
 */
function quoted(reply: Reply): unknown {
  if (typeof reply === "string") return JSON.stringify(reply);
  return Array.isArray(reply) ? reply.map(quoted) : reply;
}
