import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import {
  FETCH_LIMIT,
  FETCH_RATE,
  FETCH_REDIRECTS_MAX,
  FETCH_TIME,
} from "../../src/domain/kernel/outside-limits.ts";
import { err, ok, type Result } from "../../src/domain/kernel/errors.ts";
import { hostOf, isPublicAddress, publicUrl } from "./addresses.ts";
import type { Network } from "./network.ts";

/** What somebody else's server answered. */
export interface Fetched {
  readonly status: number;
  /** Where it was found after its redirects. */
  readonly url: string;
  /** Media type in lower case, without parameters. */
  readonly type: string;
  readonly text: string;
}

/** The same before it is read as a text. */
export interface FetchedBytes extends Omit<Fetched, "text"> {
  readonly charset: string;
  readonly bytes: Buffer;
}

/** What is asked for, and how much of it is read, in bytes after unpacking. */
export interface Wanted {
  readonly accept: string;
  readonly limit: number;
}
const PAGE: Wanted = { accept: "text/html, application/xhtml+xml;q=0.9", limit: FETCH_LIMIT };

/**
 * `refused`: not an address that we ask, as written or as it resolves; `tooOften`: its host was asked often enough for now;
 * `tooFar`: too many redirects; `unreachable`: nothing that can be read came back, in time.
 */
export type Refusal = "refused" | "tooOften" | "tooFar" | "tooLarge" | "unreachable";

export interface Fetching extends Network {
  /** By what requests to a host are counted: no name stands in the store. */
  hostKey(host: string): string;
  /** Counts one more; false: enough for now (`withinRate` of the store). */
  withinRate(name: string, limit: number, seconds: number): Promise<boolean>;
  /** Says who asks. */
  readonly agent: string;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const ENCODINGS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** A page that a stranger named, as text. */
export async function fetchOutside(address: string, fetching: Fetching): Promise<Result<Fetched, Refusal>> {
  const got = await fetchBytes(address, fetching, PAGE);
  if (!got.ok) return got;
  const { bytes, charset, ...rest } = got.value;
  return ok({ ...rest, text: decode(bytes, charset) });
}

/**
 * Fetches what a stranger named. Each hop is resolved once, checked, and connected to at that very address; no cookie, no
 * credential and no referrer goes along. Never throws for what the other side does.
 */
export async function fetchBytes(
  address: string,
  fetching: Fetching,
  wanted: Wanted,
): Promise<Result<FetchedBytes, Refusal>> {
  const signal = AbortSignal.timeout(FETCH_TIME);
  try {
    return await untilAborted(follow(address, fetching, wanted, signal), signal);
  } catch {
    return err("unreachable");
  }
}

async function follow(
  address: string,
  fetching: Fetching,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Result<FetchedBytes, Refusal>> {
  let next = address;
  for (let redirects = 0; redirects <= FETCH_REDIRECTS_MAX; redirects += 1) {
    const url = publicUrl(next);
    if (url === null) return err("refused");
    const host = hostOf(url);
    if (!(await mayAsk(host, fetching))) return err("tooOften");
    const found = await fetching.resolve(host);
    const [first] = found;
    // A name that also leads inside is not half trusted.
    if (first === undefined || !found.every(isPublicAddress)) return err("refused");
    signal.throwIfAborted();

    const answer = await ask(url, first, fetching, wanted.accept, signal);
    const { statusCode: status = 0, headers } = answer;
    if (REDIRECTS.includes(status) && headers.location !== undefined) {
      answer.destroy();
      next = URL.parse(headers.location, url)?.href ?? "";
      continue;
    }
    const bytes = await readBody(answer, wanted.limit);
    if (bytes === null) return err("tooLarge");
    const [type = "", ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(";");
    const charset = /charset\s*=\s*"?([^\s";]+)/.exec(parameters.join(";"))?.[1] ?? "utf-8";
    return ok({ status, url: url.href, type: type.trim(), charset, bytes });
  }
  return err("tooFar");
}

function mayAsk(host: string, { hostKey, withinRate }: Fetching): Promise<boolean> {
  return withinRate(`${FETCH_RATE.name}:${hostKey(host)}`, FETCH_RATE.uses, FETCH_RATE.seconds);
}

function ask(
  url: URL,
  address: string,
  { dial, agent }: Fetching,
  accept: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = url.protocol === "https:";
  const port = Number(url.port) || (secure ? 443 : 80);
  return new Promise((resolve, reject) => {
    httpRequest(
      {
        method: "GET",
        path: url.pathname + url.search,
        signal,
        createConnection: () => dial({ address, port, secure, host: hostOf(url) }),
        headers: {
          host: url.host,
          accept,
          "accept-encoding": Object.keys(ENCODINGS).join(", "),
          "user-agent": agent,
          connection: "close",
        },
      },
      resolve,
    )
      .on("error", reject)
      .end();
  });
}

/** Null: larger than what is read. Throws for what can't be unpacked. */
async function readBody(answer: IncomingMessage, limit: number): Promise<Buffer | null> {
  const encoding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = Object.hasOwn(ENCODINGS, encoding) ? ENCODINGS[encoding] : undefined;
  if (!unpack && encoding !== "identity") throw new TypeError(`no way to read ${encoding}`);
  const unpacked = unpack?.();
  // An iterator hears of what goes wrong on the stream that it reads alone.
  if (unpacked) answer.on("error", (error) => unpacked.destroy(error)).pipe(unpacked);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of (unpacked ?? answer) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    answer.destroy();
  }
}

function decode(body: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** A name server has no way to be told that nobody waits any more. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("too slow")), { once: true });
    work.then(resolve, reject);
  });
}
