import { createRequire } from "node:module";
import { join } from "node:path";
import { installApart } from "./installed-apart.ts";

/** It costs less of the other core than Node's own client, which was the slower side of a static page. */
const PACKAGE = { name: "autocannon", version: "9.0.0" };
const CONNECTIONS = 16;

/** What is asked for over and over. */
export interface Shot {
  readonly origin: string;
  /** The `n`th path, or the same for all. */
  readonly path: (n: number) => string;
  /** What is sent with it; absent: a GET. */
  readonly body?: { readonly type: string; readonly text: (n: number) => string };
  /** Whether an answer is the one that counts. */
  readonly isAnswer: (status: number, body: string) => boolean;
}

/** What came of it. */
export interface Hits {
  readonly perSecond: number;
  readonly answered: number;
  /** Answers that were others, and requests without any. */
  readonly failed: number;
}

export type Cannon = (shot: Shot, seconds: number) => Promise<Hits>;

/** The part of autocannon that is used here: it has no types of its own. */
interface Sent {
  path: string;
  body?: string;
}
type Autocannon = (options: {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: readonly {
    readonly setupRequest: (request: Sent) => Sent;
    readonly onResponse: (status: number, body: string) => void;
  }[];
}) => Promise<{ readonly duration: number; readonly errors: number }>;

/** One load for all that are compared: sixteen connections that ask again as soon as they are answered. */
export function openCannon(root: string): Cannon {
  const autocannon = createRequire(join(installApart(root, PACKAGE), "package.json"))(
    PACKAGE.name,
  ) as Autocannon;
  // Sites that are measured again refuse a comment that they have: no two runs count from the same number.
  let n = Date.now();
  return async ({ origin, path, body, isAnswer }, seconds) => {
    let answered = 0;
    let failed = 0;
    const { duration, errors } = await autocannon({
      url: origin,
      connections: CONNECTIONS,
      duration: seconds,
      method: body ? "POST" : "GET",
      headers: { "accept-encoding": "br, gzip", ...(body && { "content-type": body.type }) },
      requests: [
        {
          setupRequest: (request) => {
            n += 1;
            return { ...request, path: path(n), ...(body && { body: body.text(n) }) };
          },
          onResponse: (status, text) => {
            if (isAnswer(status, text)) answered += 1;
            else failed += 1;
          },
        },
      ],
    });
    return { perSecond: answered / duration, answered, failed: failed + errors };
  };
}
