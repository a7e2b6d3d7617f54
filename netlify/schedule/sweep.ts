import { expireJob } from "../../src/domain/favours/expiry.ts";
import type { JobOffers } from "../../src/domain/favours/offer-effects.ts";
import { fail, err } from "../../src/domain/kernel/errors.ts";
import { LOG_DAYS } from "../../src/domain/kernel/limits.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import type { Services } from "../../src/services.ts";
import { ruleContext, type Deps } from "../forms/deps.ts";
import { reportFailure } from "../http/report.ts";
import { settle } from "../forms/settle.ts";

/** Favours that one run closes; what is left waits for the next. */
const JOBS_PER_RUN = 100;

/** Ended offers whose room one run gives back. */
const OFFERS_PER_RUN = 100;

/** Decisions of moderators that one run takes out of the log. */
const DECISIONS_PER_RUN = 500;

/** Records that one run brings into today's shape. */
const MIGRATED_PER_RUN = 50;

/** Closes the favours whose time is over; their number. One that fails is left for the next run. */
export async function sweep(services: Services): Promise<number> {
  const deps: Deps = { ...services, clientIp: "", waitUntil: null };
  await deps.store
    .migrate(MIGRATED_PER_RUN, deps.now())
    .catch((error: unknown) => reportFailure("migrate", error));
  await deps.store
    .clearEndedOffers(deps.now(), OFFERS_PER_RUN)
    .catch((error: unknown) => reportFailure("clear ended offers", error));
  await deps.store
    .forgetDecisions(deps.now() - LOG_DAYS * DAY, DECISIONS_PER_RUN)
    .catch((error: unknown) => reportFailure("forget old decisions", error));
  const ids = await deps.store.jobsToExpire(deps.now(), JOBS_PER_RUN);
  let closed = 0;
  for (const id of ids) {
    try {
      if (await expire(id, deps)) closed += 1;
    } catch (error) {
      reportFailure("sweep", error);
    }
  }
  return closed;
}

async function expire(id: string, deps: Deps): Promise<boolean> {
  const read = async (): Promise<JobOffers | null> => {
    const [job, { offers, seen }] = await Promise.all([
      deps.store.read("job", id),
      deps.store.offersOf(id, deps.now()),
    ]);
    return job && { job, offers, seen };
  };
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (found) => (found === null ? err(fail("jobNotFound")) : expireJob(found, ruleContext(deps))),
    formKey: null,
    request: null,
  });
  return result.ok && result.value.state === "expired";
}
