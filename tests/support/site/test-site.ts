import { readConfig } from "../../../src/config.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commentPreview } from "../../../netlify/forms/comment-preview.ts";
import { comments } from "../../../netlify/forms/comments.ts";
import { contact } from "../../../netlify/forms/contact.ts";
import type { Services } from "../../../src/services.ts";
import type { Deps, Handler } from "../../../netlify/forms/deps.ts";
import { forgetBrowser } from "../../../netlify/forms/forget-browser.ts";
import { recover } from "../../../netlify/forms/recover.ts";
import { health } from "../../../netlify/forms/health.ts";
import { job } from "../../../netlify/forms/job.ts";
import { jobs } from "../../../netlify/forms/jobs.ts";
import { links } from "../../../netlify/links/links.ts";
import { offers } from "../../../netlify/forms/offers.ts";
import { openapi } from "../../../netlify/forms/openapi.ts";
import { votes } from "../../../netlify/forms/votes.ts";
import { UNCONFIRMED_MAILS_AN_HOUR } from "../../../src/domain/kernel/limits.ts";
import type { Millis } from "../../../src/domain/kernel/time.ts";
import { createSigner, type Signer } from "../../../src/signer.ts";
import { createMailbox, type StoredMail } from "../../../src/mail/senders/mailbox.ts";
import type { Mailer } from "../../../src/mail/senders/mailer.ts";
import { renderMail } from "../../../src/mail/render.ts";
import { createOutbox } from "../../../src/mail/outbox.ts";
import { createEmbeddedClient } from "../../../src/store/sqlite/embedded.ts";
import { createStore, type RedisStore } from "../../../src/store/store.ts";

export const SITE_URL = "https://makethejobs.test";
export const OWNER = "owner@makethejobs.test";
export const MODERATOR = "moderator@makethejobs.test";
const NEWER = { slug: "abierto", title: "Un artículo abierto", comments: "open" } as const;
const CLOSED = { slug: "cerrado", title: "Un artículo cerrado", comments: "closed" } as const;

const QUESTION = { slug: "cuanto-cuesta", title: "¿Cuánto cuesta?" } as const;

/** The handlers on a real store and the local mailbox, without a server around them. */
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
  readonly store?: RedisStore;
  readonly mailer?: Mailer;
  readonly limits?: boolean;
  readonly signer?: Signer;
}

const ROUTES: readonly (readonly [RegExp, Handler])[] = [
  [/^\/api\/jobs$/, jobs],
  [/^\/api\/jobs\/(?<id>[^/]*)$/, job],
  [/^\/api\/jobs\/(?<id>[^/]*)\/offers$/, offers],
  [/^\/api\/comments$/, comments],
  [/^\/api\/comments\/preview$/, commentPreview],
  [/^\/api\/contact$/, contact],
  [/^\/api\/votes$/, votes],
  [/^\/api\/links\/(?<token>[^/]*)$/, links],
  [/^\/api\/browser\/forget$/, forgetBrowser],
  [/^\/api\/recover$/, recover],
  [/^\/api\/health$/, health],
  [/^\/api\/openapi\.json$/, openapi],
];

export function createTestSite({
  store: given,
  mailer,
  limits = true,
  signer = createSigner("a secret for tests"),
}: Parts = {}): TestSite {
  const folder = mkdtempSync(join(tmpdir(), "handlers-"));
  const files = { store: join(folder, "store.sqlite"), mailbox: join(folder, "mailbox.sqlite") };
  const embedded = given ? null : createEmbeddedClient(files.store);
  const store = given ?? createStore(embedded ?? noClient(), "embedded");
  const mailbox = createMailbox(files.mailbox);
  const clock = { now: Date.now() };
  const now = (): Millis => clock.now;
  const purged: string[] = [];
  const services: Services = {
    store,
    signer,
    now,
    outbox: createOutbox({
      store,
      mailer: mailer ?? mailbox,
      render: (event, at) =>
        renderMail(event, {
          siteUrl: SITE_URL,
          tokenUrl: (link) => `${SITE_URL}/gestion/${signer.token(link)}/`,
          owner: { name: "Makethejobs", email: OWNER },
          at,
        }),
      now,
      mailsPerHour: limits ? UNCONFIRMED_MAILS_AN_HOUR : null,
      addressKey: (email) => signer.addressId(email),
      report: () => undefined,
    }),
    cache: {
      purge(tags) {
        purged.push(...tags);
        return Promise.resolve();
      },
      retryPurges: () => Promise.resolve(0),
    },
    articles: { find: (slug) => [NEWER, CLOSED].find((article) => article.slug === slug) ?? null },
    authors: ["Equipo Makethejobs", "Lola Ortega"],
    questions: { find: (slug) => (slug === QUESTION.slug ? QUESTION : null) },
    config: readConfig({
      SITE_URL,
      MAIL_OWNER: OWNER,
      MODERATOR_EMAILS: MODERATOR,
      COMMIT_REF: "test",
      ...(limits ? {} : { LIMITS: "off" }),
    }),
  };

  async function request(path: string, init: RequestInit & { readonly ip?: string } = {}): Promise<Response> {
    const url = new URL(path, SITE_URL);
    const route = ROUTES.find(([pattern]) => pattern.test(url.pathname));
    if (!route) throw new Error(`no handler for ${path}`);
    const params = route[0].exec(url.pathname)?.groups ?? {};
    const deps: Deps = { ...services, clientIp: init.ip ?? "203.0.113.7", waitUntil: null };
    return route[1](new Request(url, init), deps, params);
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
      embedded?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function answerOf(response: Response): Promise<Answer> {
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null) throw new Error("the answer is no object");
  return { status: response.status, body: { ...body }, headers: response.headers };
}

function noClient(): never {
  throw new Error("there is no client");
}
