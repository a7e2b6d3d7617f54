import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What the service does with the next request. */
export type Behaviour =
  | "accept"
  | "error500"
  | "quota429"
  | "invalid422"
  | "garbage"
  | "emptyAnswer"
  | "nullError"
  | "hang"
  | "hangUp"
  | "hangAfterTaking";

export interface Received {
  readonly key: string;
  readonly authorization: string;
  readonly body: Record<string, unknown>;
}

/** A mail service on loopback with Resend's answers: it takes a mail once for each idempotency key, and can be made to fail. */
export async function startMailService() {
  const requests: Received[] = [];
  const delivered = new Map<string, Record<string, unknown>>();
  let behaviour: Behaviour = "accept";

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const key = String(request.headers["idempotency-key"]);
      requests.push({ key, authorization: String(request.headers.authorization), body });
      const json = (status: number, value: unknown) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(typeof value === "string" ? value : JSON.stringify(value));
      };
      if (behaviour === "accept" || behaviour === "hangAfterTaking") {
        const before = delivered.get(key);
        if (before && JSON.stringify(before) !== JSON.stringify(body)) {
          json(409, {
            name: "invalid_idempotent_request",
            statusCode: 409,
            message: "same key, other payload",
          });
          return;
        }
        delivered.set(key, body);
        if (behaviour === "accept") json(200, { id: `mail-${String(delivered.size)}` });
      } else if (behaviour === "error500")
        json(500, { name: "internal_server_error", statusCode: 500, message: "oops" });
      else if (behaviour === "quota429")
        json(429, { name: "rate_limit_exceeded", statusCode: 429, message: "slow down" });
      else if (behaviour === "invalid422")
        json(422, { name: "validation_error", statusCode: 422, message: "Invalid `to`" });
      else if (behaviour === "garbage") json(200, "<html>not json");
      else if (behaviour === "emptyAnswer") json(200, {});
      else if (behaviour === "nullError") json(502, "null");
      else if (behaviour === "hangUp") request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    requests,
    delivered,
    behave(next: Behaviour): void {
      behaviour = next;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const body: unknown = JSON.parse(text);
  if (typeof body !== "object" || body === null) throw new TypeError("no JSON object");
  return { ...body };
}
