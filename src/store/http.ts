import type * as http from "node:http";
import type { Millis } from "../domain/time.ts";

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
