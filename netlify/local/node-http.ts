import type { IncomingMessage, ServerResponse } from "node:http";
import { plainAnswer, type Answer } from "./answer.ts";
import { chooseEncoding } from "./body.ts";
import { isCompressible } from "./content-types.ts";
import { plainAddress } from "./loopback.ts";

/** What Netlify takes in one request to a function. Our own limit is far below, and answers in its own words. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;
/** Smaller texts don't get smaller. */
const MIN_COMPRESSED_BYTES = 256;

/** The platform sets these itself; a visitor who sends them is not believed. */
const PLATFORM_HEADERS =
  /^(x-forwarded-.*|forwarded|x-real-ip|client-ip|x-nf-.*|x-astro-locals|x-astro-middleware-secret)$/;

export interface Incoming {
  readonly request: Request;
  readonly ip: string;
}

/** The request as functions see it, or the answer to one that can't be passed on. */
export async function readIncoming(message: IncomingMessage): Promise<Incoming | Answer> {
  const { method = "GET", url: target = "/" } = message;
  const host = message.headers.host ?? "";
  if (!target.startsWith("/") || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}${target}`)) {
    return plainAnswer(400, "No he entendido esta petición.");
  }
  const body = await readBody(message);
  if (body === "tooLarge") {
    return plainAnswer(413, "Lo que envías es demasiado grande.", { connection: "close" });
  }
  const ip = plainAddress(message.socket.remoteAddress ?? "");
  const headers = headersOf(message);
  headers.set("x-nf-client-connection-ip", ip);
  const init: RequestInit = { method, headers };
  if (method !== "GET" && method !== "HEAD" && body.length > 0) init.body = new Uint8Array(body);
  try {
    return { request: new Request(`http://${host}${target}`, init), ip };
  } catch {
    // Methods that fetch forbids (TRACE, CONNECT) end here.
    return plainAnswer(405, "Esta forma de pedir la página no se admite.");
  }
}

async function readBody(message: IncomingMessage): Promise<Buffer | "tooLarge"> {
  if (Number(message.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return "tooLarge";
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return "tooLarge";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (PLATFORM_HEADERS.test(name)) continue;
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

/** Sends the answer: conditional requests, compression and HEAD are settled here, for static and live pages alike. */
export async function sendAnswer(
  message: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const headers = new Headers(answer.headers);
  const status = isNotModified(message, answer) ? 304 : answer.status;
  const bytes = status === 304 ? null : await encode(message, headers, answer);

  if (bytes && status !== 204) headers.set("content-length", String(bytes.length));
  else headers.delete("content-length");
  response.statusCode = status;
  for (const [name, value] of headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  response.end(message.method === "HEAD" || status === 204 ? undefined : (bytes ?? undefined));
}

async function encode(message: IncomingMessage, headers: Headers, answer: Answer): Promise<Buffer> {
  const { bytes } = answer.body;
  const compressible =
    bytes.length >= MIN_COMPRESSED_BYTES &&
    !headers.has("content-encoding") &&
    isCompressible(headers.get("content-type"));
  if (!compressible) return bytes;
  headers.append("vary", "Accept-Encoding");
  const encoding = chooseEncoding(message.headers["accept-encoding"] ?? "");
  if (!encoding) return bytes;
  headers.set("content-encoding", encoding);
  return answer.body.encoded(encoding);
}

function isNotModified(message: IncomingMessage, answer: Answer): boolean {
  const etag = answer.headers.get("etag");
  const asked = message.headers["if-none-match"];
  if (etag === null || asked === undefined || answer.status !== 200) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return asked.trim() === "*" || asked.split(",").some((tag) => bare(tag) === bare(etag));
}
