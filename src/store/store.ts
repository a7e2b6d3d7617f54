import { createAllOf } from "./all-of.ts";
import { createBoard } from "./board.ts";
import { createCommit } from "./commit.ts";
import { createNotices } from "./notices.ts";
import { createDigests } from "./digests.ts";
import { createDue } from "./due.ts";
import { createEchoes } from "./echoes.ts";
import { createFailingRuns } from "./failing-runs.ts";
import { createDesk } from "./desk.ts";
import { createJobsOf } from "./jobs-of.ts";
import { createKeptForms } from "./kept-forms.ts";
import { createMentions } from "./mentions.ts";
import { createMigrations } from "./migrations.ts";
import { createOffers } from "./offers.ts";
import { createOutboxStorage } from "./outbox.ts";
import { createOutcomes } from "./outcomes.ts";
import { createPurges } from "./purges.ts";
import { createRates } from "./rate.ts";
import { createReads } from "./reads.ts";
import type { RedisClient } from "./redis/client.ts";
import { createStandings } from "./standings.ts";
import { createThingsOf } from "./things-of.ts";
import { createSuppressions } from "./suppressions.ts";
import { createThreads } from "./threads.ts";
import { createUnheard } from "./unheard.ts";

/** Which transport it speaks through; `none`: nothing is configured and every method throws. */
export type StoreKind = "upstash" | "embedded" | "none";

/** How the store is, and where there is none why. */
export interface StoreHealth {
  readonly ok: boolean;
  readonly kind: StoreKind;
  readonly reason?: string;
}

/**
 * What Redis remembers. Every method throws `StoreDown` when it can't answer; `health` says so instead.
 * @param reason why there is no store, for the kind `none`.
 */
export function createStore(redis: RedisClient, kind: StoreKind, reason?: string) {
  const about = reason === undefined ? { kind } : { kind, reason };
  return {
    ...createReads(redis),
    ...createOffers(redis),
    ...createBoard(redis),
    ...createThreads(redis),
    ...createDue(redis),
    ...createJobsOf(redis),
    ...createThingsOf(redis),
    ...createStandings(redis),
    ...createAllOf(redis),
    ...createOutcomes(redis),
    ...createDesk(redis),
    ...createUnheard(redis),
    ...createCommit(redis),
    ...createKeptForms(redis),
    ...createRates(redis),
    ...createEchoes(redis),
    ...createOutboxStorage(redis),
    ...createSuppressions(redis),
    ...createFailingRuns(redis),
    ...createPurges(redis),
    ...createMentions(redis),
    ...createDigests(redis),
    ...createNotices(redis),
    ...createMigrations(redis),

    async health(): Promise<StoreHealth> {
      try {
        return { ok: (await redis.run(["ping"])) === "PONG", ...about };
      } catch {
        return { ok: false, ...about };
      }
    },
  };
}

export type RedisStore = ReturnType<typeof createStore>;
