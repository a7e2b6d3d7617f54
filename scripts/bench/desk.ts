import { HOUR } from "../../src/domain/kernel/time.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import { SESSION_COOKIE } from "../../src/domain/records/session.ts";
import type { Services } from "../../src/services.ts";
import { PAGES } from "../../src/urls.ts";
import { MODERATOR, startBuiltSite } from "./built-site.ts";
import { median, type Figure } from "./report.ts";

const FEW = 50;
const MANY = 5000;
const TIMES = 30;
const AT_ONCE = 500;
const COOKIE = "a-moderator-who-measures";
/** How much longer the queue may take to open with `MANY` waiting than with `FEW`. */
const BAR = 1.3;

/** How long a moderator's queue takes to open, however much waits. */
export async function measureDesk(root: string): Promise<Figure[]> {
  const site = await startBuiltSite(root);
  try {
    await beginSession(site.services);
    const times: number[] = [];
    let waiting = 0;
    for (const count of [FEW, MANY]) {
      await wait(site.services, waiting, count);
      waiting = count;
      // What is asked for the first times is not what a moderator waits for.
      await opens(site.origin);
      times.push(await opens(site.origin));
    }
    const [few = NaN, many = NaN] = times;
    const part = "moderación";
    return [
      { part, name: `la cola con ${String(FEW)} en espera: p50`, value: few, unit: "ms" },
      { part, name: `la cola con ${String(MANY)} en espera: p50`, value: many, unit: "ms" },
      { part, name: `${String(MANY)} frente a ${String(FEW)}`, value: many / few, unit: "veces", bar: BAR },
    ];
  } finally {
    await site.stop();
  }
}

async function beginSession({ store, signer, now }: Services): Promise<void> {
  const session = {
    id: signer.sessionId(COOKIE),
    version: 1,
    email: MODERATOR,
    expiresAt: now() + HOUR,
  };
  await store.commit(
    {
      guards: [],
      changes: [{ kind: "session", before: null, after: session, forgetAt: session.expiresAt }],
      counts: [],
      mails: [],
      purge: [],
    },
    now(),
  );
}

/** Comments that wait, from this number to that one. */
async function wait({ store, signer, now }: Services, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += AT_ONCE) {
    const changes = Array.from({ length: Math.min(AT_ONCE, to - at) }, (_, n) => ({
      kind: "comment" as const,
      before: null,
      after: held(signer.newId(), at + n, now()),
    }));
    await store.commit({ guards: [], changes, counts: [], mails: [], purge: [] }, now());
  }
}

function held(id: string, n: number, now: number): Comment {
  return {
    id,
    version: 1,
    article: "las-cinco-funciones-de-un-community-manager",
    parent: null,
    root: null,
    state: "held",
    text: `Comentario número ${String(n)}, que espera a que alguien lo lea.`,
    writer: { name: "Ana", email: `ana${String(n)}@example.org`, phone: null, address: `hash-${String(n)}` },
    role: null,
    notify: "none",
    createdAt: now + n,
    publishedAt: null,
    editedAt: null,
    signals: [],
    reason: null,
    appeal: null,
    example: false,
    cleared: false,
  };
}

async function opens(origin: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const askedAt = performance.now();
    const answer = await fetch(origin + PAGES.moderation, {
      headers: { cookie: `${SESSION_COOKIE}=${COOKIE}` },
    });
    const html = await answer.text();
    if (!html.includes("data-queue")) throw new Error(`no queue: ${String(answer.status)}`);
    times.push(performance.now() - askedAt);
  }
  return median(times);
}
