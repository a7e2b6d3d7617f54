import { Redis, type Requester } from "@upstash/redis";
import * as z from "zod/mini";
import { SECOND, type Millis } from "../domain/time.ts";
import type { Command, RedisClient } from "./client.ts";
import { openHttp, type Received } from "./http.ts";
import type { Locking } from "./script.ts";

/** How long one question may take, its one retry included. A function that waits longer is worth less than one that says so. */
export const REQUEST_TIMEOUT: Millis = 3 * SECOND;

const Answer = z.object({ result: z.optional(z.unknown()), error: z.optional(z.string()) });
const Answers = z.array(Answer);

/**
 * Upstash's own client, or any Redis behind the same REST interface, with its questions carried by Node's `http` instead of `fetch`
 * (12 ms less of a cold start; docs/decisions/0008). Answers stay as Redis gives them: "007" is not turned into 7.
 *
 * It throws when the answer is none (refused, too slow, 500, not JSON); `ask` turns that into `StoreDown`. Only what got no answer at
 * all is tried again. A commit that arrived and whose answer got lost then says `repeated` or `conflict`: never twice, and true of
 * what is stored.
 */
class UpstashClient extends Redis implements RedisClient {
  readonly locking: Locking;

  constructor(url: string, token: string, carrier: Requester) {
    super({
      url,
      token,
      automaticDeserialization: false,
      enableAutoPipelining: false,
      enableTelemetry: false,
      responseEncoding: false,
    });
    // Given to the constructor instead, the client would ignore the options above.
    this.client = carrier;
    this.locking = new URL(url).hostname.endsWith(".upstash.io") ? "keys" : "server";
  }

  run([name, ...args]: Command): Promise<unknown> {
    return this.exec([name, ...args]);
  }

  async runAll(commands: readonly Command[]): Promise<unknown[]> {
    const answers = z.parse(Answers, await this.client.request({ path: ["pipeline"], body: commands }));
    return answers.map(({ result, error }) => {
      if (error !== undefined) throw new Error(error);
      return result;
    });
  }
}

/** @throws TypeError when the address is no URL, or not of http. */
export function createUpstashClient(
  url: string,
  token: string,
  timeout: Millis = REQUEST_TIMEOUT,
): RedisClient {
  return new UpstashClient(url, token, carry(url, token, timeout));
}

function carry(url: string, token: string, timeout: Millis): Requester {
  const post = openHttp(url, { authorization: `Bearer ${token}` }, timeout);
  /** "What I wrote before, I want to read": Upstash's replicas wait until they have what this stands for. */
  let syncToken = "";
  return {
    async request({ path = [], body }) {
      const headers = { "upstash-sync-token": syncToken };
      const answer = await post(["", ...path].join("/"), headers, JSON.stringify(body));
      syncToken = String(answer.headers["upstash-sync-token"] ?? "");
      // The client believes whatever comes back; `ask` looks at it.
      return readJson(answer) as { result?: never; error?: string };
    },
  };
}

/** With a status that isn't 2xx the body says why, of all that was asked. */
function readJson({ status, text }: Received): unknown {
  const body: unknown = JSON.parse(text);
  if (status >= 200 && status < 300) return body;
  throw new Error(z.parse(Answer, body).error ?? `the store answered ${status}`);
}
