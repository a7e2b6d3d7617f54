import * as z from "zod/mini";
import { SECOND, type Millis } from "../domain/time.ts";
import type { RedisClient } from "./client.ts";
import { openHttp, type Received } from "./http.ts";

/** How long one question may take, its one retry included. A function that waits longer is worth less than one that says so. */
export const REQUEST_TIMEOUT: Millis = 3 * SECOND;

const Answer = z.object({ result: z.optional(z.unknown()), error: z.optional(z.string()) });
const Answers = z.array(Answer);
type Answer = z.infer<typeof Answer>;

/**
 * Upstash's Redis, or any other behind its REST interface. Its own client does the same in 180 kB that every function would
 * load at each cold start; the tests hold both against each other (docs/decisions/0007).
 *
 * It throws when the answer is none (refused, too slow, 500, not JSON); `ask` turns that into `StoreDown`. Only what got no answer at
 * all is tried again. A commit that arrived and whose answer got lost then says `repeated` or `conflict`: never twice, and true of
 * what is stored.
 * @throws TypeError when the address is no URL, or not of http.
 */
export function createUpstashClient(
  url: string,
  token: string,
  timeout: Millis = REQUEST_TIMEOUT,
): RedisClient {
  const post = openHttp(url, { authorization: `Bearer ${token}` }, timeout);
  /** "What I wrote before, I want to read": Upstash's replicas wait until they have what this stands for. */
  let syncToken = "";

  async function ask(path: string, body: unknown): Promise<unknown> {
    const answer = await post(path, { "upstash-sync-token": syncToken }, JSON.stringify(body));
    syncToken = String(answer.headers["upstash-sync-token"] ?? "");
    return readJson(answer);
  }

  return {
    run: async (command) => resultOf(z.parse(Answer, await ask("", command))),
    runAll: async (commands) => z.parse(Answers, await ask("/pipeline", commands)).map(resultOf),
  };
}

/** With a status that isn't 2xx the body says why, of all that was asked. */
function readJson({ status, text }: Received): unknown {
  const body: unknown = JSON.parse(text);
  if (status >= 200 && status < 300) return body;
  throw new Error(z.parse(Answer, body).error ?? `the store answered ${status}`);
}

function resultOf({ result, error }: Answer): unknown {
  if (error !== undefined) throw new Error(error);
  return result;
}
