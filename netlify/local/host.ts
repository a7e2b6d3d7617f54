import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { plainAnswer } from "./answer.ts";
import { createBackground } from "./function-context.ts";
import { isLoopbackHost } from "./loopback.ts";
import { mailboxAnswer, type LocalMailbox } from "./mailbox-page.ts";
import { readIncoming, sendAnswer } from "./node-http.ts";
import { SCHEDULE_INTERVAL_MS, startSchedule } from "./schedule.ts";
import { openSite, type Site } from "./site.ts";

const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 30_000;

export interface HostOptions {
  /** The project's folder, already built. */
  readonly root: string;
  /** Address to listen on, such as `127.0.0.1`. */
  readonly hostname: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** False: `LIMITS=off`, no platform rate limit. */
  readonly platformLimits: boolean;
  /** Called once the address is known, before any function is loaded: `SITE_URL` may depend on it. */
  readonly onListening: (origin: string) => void | Promise<void>;
  /** The mails kept on this machine; null when they are really sent. */
  readonly openMailbox: () => Promise<LocalMailbox | null>;
  readonly logError: (error: unknown) => void;
  readonly scheduleIntervalMs?: number;
}

export interface Host {
  readonly origin: string;
  /** Takes no more requests, finishes those under way and what they left to do, and closes. */
  stop(): Promise<void>;
}

/** The registry through which the site's own code throws cached pages away (`services.ts`). */
const PURGE = Symbol.for("makethejobs.purge");

/** Serves the built site on this machine, the way Netlify does. Rejects when the port is taken (`EADDRINUSE`). */
export async function startHost(options: HostOptions): Promise<Host> {
  const background = createBackground(options.logError);
  let site: Site | null = null;
  let mailbox: LocalMailbox | null = null;
  let stopping = false;
  const boundToLoopback = isLoopbackHost(options.hostname);

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(message);
    if (!("request" in incoming)) return sendAnswer(message, response, incoming);
    if (!site) return sendAnswer(message, response, plainAnswer(503, "Arrancando…", { "retry-after": "1" }));
    const answer =
      (await mailboxAnswer(incoming.request, mailbox, boundToLoopback)) ?? (await site.answer(incoming));
    return sendAnswer(message, response, answer);
  }

  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      // A visitor who hangs up half-way is no error of ours.
      if (!message.destroyed) options.logError(error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
    // A browser keeps its connection open for the next page; while we stop there is none.
    response.once("close", () => {
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;

  const origin = await listen(server, options);
  try {
    await options.onListening(origin);
    Reflect.set(globalThis, PURGE, (tags: readonly string[]) => {
      site?.purge(tags);
      return Promise.resolve();
    });
    site = await openSite(options.root, {
      platformLimits: options.platformLimits,
      background,
      logError: options.logError,
    });
    mailbox = await options.openMailbox();
  } catch (error) {
    server.close();
    throw error;
  }
  const intervalMs = options.scheduleIntervalMs ?? SCHEDULE_INTERVAL_MS;
  const schedule = startSchedule(site.functions, () => origin, background, intervalMs);

  return {
    origin,
    async stop() {
      stopping = true;
      schedule.stop();
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      await closed;
      await background.settled();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, options: HostOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.hostname, () => {
      server.removeListener("error", reject);
      const { port } = server.address() as AddressInfo;
      const shown = isLoopbackHost(options.hostname) ? options.hostname : "127.0.0.1";
      resolve(`http://${shown.includes(":") ? `[${shown}]` : shown}:${String(port)}`);
    });
  });
}
