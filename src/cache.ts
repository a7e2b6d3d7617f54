import { REBUILD_EVERY_MINUTES } from "./domain/kernel/request-limits.ts";
import { isBakedTag, type CacheTag } from "./domain/records/decision.ts";
import { MINUTE, SECOND, type Millis } from "./domain/kernel/time.ts";
import type { PurgeStorage } from "./store/purges.ts";

export interface Cache {
  /** Throws away the cached copies under these tags. What fails is kept for `retryPurges`. Never throws. */
  purge(tags: readonly CacheTag[]): Promise<void>;
  /** The number of tags that are dealt with now, those that asked for a build included. Throws `StoreDown`. */
  retryPurges(): Promise<number>;
  /** Asks the platform for a new build; where it can't be asked, nothing happens. Throws when it says no. */
  askForBuild(): Promise<void>;
}

type Purge = (tags: readonly CacheTag[]) => Promise<void>;

const PURGE_TIMEOUT: Millis = 3 * SECOND;
const PURGES_PER_RUN = 100;

export function createCache(
  store: PurgeStorage,
  { onNetlify, buildHookUrl }: { readonly onNetlify: boolean; readonly buildHookUrl: string | null },
  now: () => Millis,
): Cache {
  const purge = onNetlify ? purgeNetlify : purgeLocal;
  const attempt: Purge = (tags) => withTimeout(purge(tags));
  return {
    async purge(allTags) {
      // The commit itself has kept what waits for a build.
      const tags = allTags.filter((tag) => !isBakedTag(tag));
      if (tags.length === 0) return;
      // A purge that can't even be kept is over within the five minutes that any cached copy lasts.
      await attempt(tags).catch(() => store.keepPurge(tags, now()).catch(() => undefined));
    },
    async retryPurges() {
      const waiting = await store.pendingPurges(PURGES_PER_RUN);
      const baked = waiting.filter(isBakedTag);
      const cached = waiting.filter((tag) => !isBakedTag(tag));
      const done = [
        ...(cached.length > 0 && (await worked(attempt(cached))) ? cached : []),
        ...(baked.length > 0 && isTimeToBuild(now()) && (await worked(askForBuild(buildHookUrl)))
          ? baked
          : []),
      ];
      if (done.length > 0) await store.dropPurge(done);
      return done.length;
    },
    askForBuild: () => askForBuild(buildHookUrl),
  };
}

async function purgeNetlify(tags: readonly CacheTag[]): Promise<void> {
  const { purgeCache } = await import("@netlify/functions");
  await purgeCache({ tags: [...tags] });
}

/**
 * The local host's cache lives in this process, but each function is a bundle with its own copy of this module: they find
 * each other through the registry of symbols, where the host leaves its function.
 */
async function purgeLocal(tags: readonly CacheTag[]): Promise<void> {
  const purge: unknown = Reflect.get(globalThis, Symbol.for("makethejobs.purge"));
  if (isPurge(purge)) await purge(tags);
}

function isPurge(value: unknown): value is Purge {
  return typeof value === "function";
}

async function withTimeout(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("too slow"));
    }, PURGE_TIMEOUT);
  });
  await Promise.race([work, tooLong]).finally(() => {
    clearTimeout(timer);
  });
}

/** The scheduled function comes by once a minute. */
function isTimeToBuild(now: Millis): boolean {
  return Math.floor(now / MINUTE) % REBUILD_EVERY_MINUTES === 0;
}

/** Without a hook there is nobody to ask: the next build, whoever starts it, shows the article as it is then. */
async function askForBuild(hook: string | null): Promise<void> {
  if (hook === null) return;
  const answer = await fetch(hook, { method: "POST", signal: AbortSignal.timeout(PURGE_TIMEOUT) });
  if (!answer.ok) throw new Error(`the build hook answered ${answer.status}`);
}

function worked(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
