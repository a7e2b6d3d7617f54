import { Redis, type Requester } from "@upstash/redis";
import type * as http from "node:http";
import * as z from "zod/mini";
import { type Millis, SECOND } from "../../domain/kernel/time.ts";
import type { Command, RedisClient } from "./client.ts";
import type { Locking } from "./scripts.ts";

export interface Received {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a body of JSON to a path below the address. @throws what broke the connection, or a `TimeoutError`. */
export type Post = (
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<Received>;

/** Before what got no answer is asked again. */
const RETRY_AFTER: Millis = 100;

class TimedOut extends Error {
  override readonly name = "TimeoutError";
  override readonly message = "it took too long";
}

/** Nothing came back at all, as opposed to an answer that broke off. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/**
 * Questions to one server, over Node's own `http`: loading `fetch` takes 12 ms more of a cold start. Connections stay open between
 * questions. Only what got no answer at all is asked again, once; both attempts together may take `timeout`.
 * @throws TypeError when the address is no URL, or of something else than http.
 */
export function openHttp(
  address: string,
  ownHeaders: Readonly<Record<string, string>>,
  timeout: Millis,
): Post {
  const { url, request, agent } = protocolOf(address);

  async function send(
    path: string,
    headers: Record<string, string>,
    body: string,
    until: Millis,
  ): Promise<Received> {
    const sent = request(url + path, { method: "POST", headers, agent });
    const timer = setTimeout(() => sent.destroy(new TimedOut()), Math.max(0, until - performance.now()));
    try {
      return await new Promise<Received>((resolve, reject) => {
        sent.on("error", (cause) => {
          reject(cause instanceof TimedOut ? cause : new NoAnswer(cause.message, { cause }));
        });
        sent.on("response", (response) => {
          let text = "";
          response
            .setEncoding("utf8")
            .on("data", (part: string) => (text += part))
            .on("error", reject)
            .on("end", () => {
              resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
            });
        });
        sent.end(body);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return async (path, headers, body) => {
    const until = performance.now() + timeout;
    const allHeaders = { "content-type": "application/json", ...ownHeaders, ...headers };
    try {
      return await send(path, allHeaders, body, until);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
      return send(path, allHeaders, body, until);
    }
  };
}

/** Asked for like this, Node loads only the one that is needed, and nothing that merely its list of exports touches. */
function protocolOf(address: string): {
  url: string;
  request: typeof http.request;
  agent: http.Agent;
} {
  const { protocol, href } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") throw new TypeError(`${protocol} is not http`);
  const { Agent, request } =
    protocol === "https:" ? process.getBuiltinModule("node:https") : process.getBuiltinModule("node:http");
  return { url: href.replace(/\/$/, ""), request, agent: new Agent({ keepAlive: true }) };
}

/** How long one question may take, its one retry included. A function that waits longer is worth less than one that says so. */
export const REQUEST_TIMEOUT: Millis = 3 * SECOND;

const Answer = z.object({ result: z.optional(z.unknown()), error: z.optional(z.string()) });
const Answers = z.array(Answer);

/**
 * Upstash's own client, or any Redis behind the same REST interface, with its questions carried by Node's `http` instead of `fetch`
 * (12 ms less of a cold start; docs/decisions/0019). Answers stay as Redis gives them: "007" is not turned into 7.
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
