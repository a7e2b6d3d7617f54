import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Env } from "../../../src/config.ts";
import type { Millis } from "../../../src/domain/kernel/time.ts";
import { createMailbox, type StoredMail } from "../../../src/mail/senders/mailbox.ts";
import { buildServices, type Services } from "../../../src/services.ts";
import type { RedisStore } from "../../../src/store/store.ts";
import { callFunction } from "./site-functions.ts";

export const SITE_URL = "https://makethejobs.test";
export const OWNER = "owner@makethejobs.test";
export const MODERATOR = "moderator@makethejobs.test";
/** Wrote the open article, and is known by it where `AUTHOR_EMAILS` says so. */
export const AUTHOR = "autora@makethejobs.test";
const NEWER = {
  slug: "abierto",
  title: "Un artículo abierto",
  comments: "open",
  authors: [AUTHOR],
} as const;
const CLOSED = { slug: "cerrado", title: "Un artículo cerrado", comments: "closed" } as const;

const QUESTION = { slug: "cuanto-cuesta", title: "¿Cuánto cuesta?" } as const;

/** The deployed functions on the services of an environment of its own, without a server around them. */
export interface TestSite {
  readonly services: Services;
  readonly store: RedisStore;
  /** Purged tags, in order. */
  readonly purged: string[];
  request(path: string, init?: RequestInit & { readonly ip?: string }): Promise<Response>;
  /** Sends JSON. */
  send(path: string, fields: Fields, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a plain form, as a browser does. */
  submit(path: string, fields: Fields, headers?: Record<string, string>): Promise<Response>;
  read(path: string): Promise<Answer>;
  /** Newest first. */
  mails(): StoredMail[];
  /** A token that was mailed to this address: the newest, or `-2` for the one before it. */
  token(to: string, at?: number): string;
  clock: { now: Millis };
  /** Where the embedded store and the mailbox are kept. */
  readonly files: { readonly store: string; readonly mailbox: string };
  stop(): void;
}

export type Fields = Readonly<Record<string, string>>;
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

interface Parts {
  /** Takes the place of the embedded store that the environment stands for. */
  readonly store?: RedisStore;
  readonly limits?: boolean;
  /** What else the deploy is told. */
  readonly env?: Env;
}

export async function createTestSite({
  store: given,
  limits = true,
  env = {},
}: Parts = {}): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), "handlers-"));
  const files = { store: join(folder, "store.sqlite"), mailbox: join(folder, "mailbox.sqlite") };
  const clock = { now: Date.now() };
  const built = await withClock(
    () => clock.now,
    () =>
      buildServices({
        SITE_URL,
        MAIL_OWNER: OWNER,
        MODERATOR_EMAILS: MODERATOR,
        COMMIT_REF: "test",
        SECRET_KEY: "a secret for tests",
        DATA_DIR: folder,
        ...(limits ? {} : { LIMITS: "off" }),
        ...env,
      }),
  );
  // The outbox and the cache hold on to the store they were built with: what it does is replaced, not the store.
  if (given) Object.assign(built.store, given);
  const { store } = built;
  const mailbox = createMailbox(files.mailbox);
  const purged: string[] = [];
  const services: Services = {
    ...built,
    cache: {
      ...built.cache,
      purge(tags) {
        purged.push(...tags);
        return built.cache.purge(tags);
      },
    },
    articles: { find: (slug) => [NEWER, CLOSED].find((article) => article.slug === slug) ?? null },
    authors: ["Equipo Makethejobs", "Lola Ortega"],
    questions: { find: (slug) => (slug === QUESTION.slug ? QUESTION : null) },
  };

  function request(path: string, init: RequestInit & { readonly ip?: string } = {}): Promise<Response> {
    const { ip = "203.0.113.7", ...rest } = init;
    return callFunction(services, new Request(new URL(path, SITE_URL), rest), ip);
  }

  return {
    services,
    store,
    purged,
    request,
    clock,
    files,
    async send(path, fields, headers = {}) {
      const init = { method: "POST", body: JSON.stringify(fields) };
      return answerOf(
        await request(path, { ...init, headers: { "content-type": "application/json", ...headers } }),
      );
    },
    submit(path, fields, headers = {}) {
      const body = new URLSearchParams(fields);
      const accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
      const site = { "sec-fetch-site": "same-origin", origin: SITE_URL, accept };
      return request(path, { method: "POST", body, headers: { ...site, ...headers } });
    },
    read: async (path) => answerOf(await request(path)),
    mails: () => mailbox.list(),
    token(to, at = -1) {
      const tokens = mailbox
        .list()
        .filter((mail) => mail.to === to)
        .flatMap((mail) => /\/gestion\/([A-Za-z0-9_-]{63})\//.exec(mail.text)?.[1] ?? []);
      const token = tokens.reverse().at(at);
      if (token === undefined) throw new Error(`no link was mailed to ${to}`);
      return token;
    },
    stop() {
      mailbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function answerOf(response: Response): Promise<Answer> {
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null) throw new Error("the answer is no object");
  return { status: response.status, body: { ...body }, headers: response.headers };
}

/** Services take their clock as they begin; the embedded store opens later and keeps to the real one. */
function withClock<T>(now: () => Millis, begin: () => Promise<T>): Promise<T> {
  const real = Date.now;
  Date.now = now;
  try {
    return begin();
  } finally {
    Date.now = real;
  }
}
