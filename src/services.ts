import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createCache, type Cache } from "./cache.ts";
import { readConfig, whyNoStore, type Config, type Env } from "./config.ts";
import { UNCONFIRMED_MAILS_AN_HOUR } from "./domain/kernel/limits.ts";
import type { Millis } from "./domain/kernel/time.ts";
import manifest from "./generated/articles.json" with { type: "json" };
import authors from "./generated/authors.json" with { type: "json" };
import faq from "./generated/questions.json" with { type: "json" };
import type { ArticleOfThread } from "./domain/comments/states.ts";
import scheduled from "./generated/scheduled.json" with { type: "json" };
import { createSigner, type Signer } from "./signer.ts";
import type { Mailer } from "./mail/senders/mailer.ts";
import { createOutbox } from "./mail/outbox.ts";
import { SITE } from "./site.ts";
import { createAbsentClient, type RedisClient } from "./store/redis/client.ts";
import { createStore, type RedisStore, type StoreKind } from "./store/store.ts";

export interface Question {
  readonly slug: string;
  readonly title: string;
}

export interface Services {
  readonly store: RedisStore;
  readonly outbox: ReturnType<typeof createOutbox>;
  readonly cache: Cache;
  readonly signer: Signer;
  readonly config: Config;
  readonly articles: { find(slug: string): ArticleOfThread | null };
  readonly questions: { find(slug: string): Question | null };
  readonly authors: readonly string[];
  /** Days (`YYYY-MM-DD`) of texts that were not published yet when the site was built. */
  readonly scheduledDays: readonly string[];
  now(): Millis;
}

/** Everything with a connection or a secret, made once for each process. */
export function getServices(): Promise<Services> {
  made ??= buildServices(process.env).catch((error: unknown) => {
    made = null;
    throw error;
  });
  return made;
}
let made: Promise<Services> | null = null;

/** Exported for tests, which give it an environment of their own. */
export async function buildServices(env: Env): Promise<Services> {
  const config = readConfig(env);
  const machineNow = Date.now;
  const now = config.clockOffset === 0 ? machineNow : () => machineNow() + config.clockOffset;
  // Without a key of its own a deploy could not read its links again: pages still get a signer, but nothing is stored.
  const signer = createSigner(env["SECRET_KEY"] || (await ownSecret(config)), env["SECRET_KEY_OLD"] || null);
  const store = await openStore(env, config, now);
  const { siteUrl } = config;
  const outbox = createOutbox({
    store,
    mailer: openWhenUsed(() => openMailer(env, config, now)),
    // Letters are written behind the answer: nobody waits until they can be.
    render: async (event, at) => {
      const { renderMail } = await import("./mail/render.ts");
      return renderMail(event, {
        siteUrl,
        tokenUrl: (link) => `${siteUrl}/gestion/${signer.token(link)}/`,
        oneClickUrl: (link) => `${siteUrl}/api/links/${signer.token(link)}`,
        owner: { name: SITE.name, email: SITE.email },
        at,
      });
    },
    now,
    mailsPerHour: config.limits ? UNCONFIRMED_MAILS_AN_HOUR : null,
    addressKey: (email) => signer.addressId(email),
  });
  const articles = new Map(manifest.articles.map((article) => [article.slug, toArticle(article, config)]));
  const questions = new Map(faq.questions.map((question) => [question.slug, question]));
  return {
    store,
    outbox,
    cache: createCache(store, config, now),
    signer,
    config,
    articles: { find: (slug) => articles.get(slug) ?? null },
    questions: { find: (slug) => questions.get(slug) ?? null },
    authors: authors.names,
    scheduledDays: scheduled.days,
    now,
  };
}

async function ownSecret({ onNetlify, dataDir }: Config): Promise<string> {
  if (onNetlify) return randomBytes(32).toString("hex");
  const { keptSecret } = await import("./files/kept-secret.ts");
  return keptSecret(dataDir);
}

function toArticle(
  { slug, title, comments, author }: (typeof manifest.articles)[number],
  { authors }: Config,
): ArticleOfThread {
  const emails = authors.filter(({ id }) => id === author).map(({ email }) => email);
  return { slug, title, comments: comments === "open" ? "open" : "closed", authors: emails };
}

async function openStore(env: Env, config: Config, now: () => Millis): Promise<RedisStore> {
  const { client, kind, reason } = await openClient(env, config, now);
  return createStore(client, kind, reason);
}

/** Exported for what copies the whole store, whatever is in it. */
export async function openClient(
  env: Env,
  { onNetlify, dataDir }: Config,
  now: () => Millis = Date.now,
): Promise<{ readonly client: RedisClient; readonly kind: StoreKind; readonly reason?: string }> {
  const url = env["UPSTASH_REDIS_REST_URL"];
  const token = env["UPSTASH_REDIS_REST_TOKEN"];
  const reason = whyNoStore(
    env,
    onNetlify,
    "Netlify" in globalThis ? Netlify.context?.deploy.context : undefined,
  );
  if (reason !== null) return { client: createAbsentClient(reason), kind: "none", reason };
  // Each brings its own library, and a process needs one of them.
  if (url && token) {
    const { createUpstashClient } = await import("./store/redis/upstash.ts");
    return { client: createUpstashClient(url, token), kind: "upstash" };
  }
  const { createEmbeddedClient } = await import("./store/sqlite/embedded.ts");
  return { client: createEmbeddedClient(join(dataDir, "store.sqlite"), now), kind: "embedded" };
}

/** Most requests send no mail and shall not wait until one could. */
function openWhenUsed(open: () => Promise<Mailer>): Mailer {
  let opened: Promise<Mailer> | null = null;
  const openOnce = async (): Promise<Mailer> => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      // A file that was locked just now may be free for the next mail.
      opened = null;
      throw error;
    }
  };
  return { send: async (mail) => (await openOnce()).send(mail) };
}

async function openMailer(env: Env, { mail, mailFrom, dataDir }: Config, now: () => Millis): Promise<Mailer> {
  switch (mail) {
    case "resend": {
      const { createResendMailer } = await import("./mail/senders/resend.ts");
      return createResendMailer({ apiKey: env["RESEND_API_KEY"] ?? "", from: mailFrom });
    }
    case "mailbox": {
      const { createMailbox } = await import("./mail/senders/mailbox.ts");
      return createMailbox(join(dataDir, "mailbox.sqlite"), now);
    }
    case "none":
      return { send: () => Promise.resolve({ ok: false, retry: true, error: "RESEND_API_KEY is not set" }) };
  }
}
