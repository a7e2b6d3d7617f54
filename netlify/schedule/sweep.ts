import { passJobTime, passOfferTime } from "../../src/domain/favours/calendar.ts";
import type { Due } from "../../src/domain/favours/due.ts";
import { expireJob } from "../../src/domain/favours/expiry.ts";
import type { JobOffers } from "../../src/domain/favours/offer-effects.ts";
import { fail, err } from "../../src/domain/kernel/errors.ts";
import { LOG_DAYS } from "../../src/domain/kernel/limits.ts";
import type { Context, Decided } from "../../src/domain/records/decision.ts";
import { DAY, SECOND, type Millis } from "../../src/domain/kernel/time.ts";
import type { Services } from "../../src/services.ts";
import { ruleContext, type Deps } from "../forms/deps.ts";
import { goOnErasing } from "../links/erasing.ts";
import { reportFailure } from "../http/report.ts";
import { settle } from "../forms/settle.ts";
import type { Failed } from "./watched.ts";

/** Favours and offers that one run sees to; what is left waits for the next. */
const FAVOURS_PER_RUN = 100;

/** Ended offers, and dead letters, whose room one run gives back. */
const FORGOTTEN_PER_RUN = 100;

/** Requests to erase everything that one run goes on with. */
const ERASURES_PER_RUN = 3;

/** How long one run may take, so that it comes to its own end before the platform ends it. */
const RUN_TIME: Millis = 20 * SECOND;

/** Decisions of moderators that one run takes out of the log. */
const DECISIONS_PER_RUN = 500;

/** Records that one run brings into today's shape. */
const MIGRATED_PER_RUN = 50;

/**
 * Does what the calendar does: ends what has run out, reminds, forgets. How many favours and offers it changed. One that fails is
 * left for the next run; running it again does nothing twice.
 */
export async function sweep(
  services: Services,
  {
    limit = FAVOURS_PER_RUN,
    failed = reportFailure,
  }: { readonly limit?: number; readonly failed?: Failed } = {},
): Promise<number> {
  const deps: Deps = { ...services, clientIp: "", waitUntil: null };
  const { store, now } = deps;
  const until = now() + RUN_TIME;
  const leave =
    (step: string) =>
    (error: unknown): false => {
      failed(step, error);
      return false;
    };
  await store.migrate(MIGRATED_PER_RUN, now()).catch(leave("migrate"));
  await store.clearEndedOffers(now(), FORGOTTEN_PER_RUN).catch(leave("clear ended offers"));
  await store.clearDeadMails(now(), FORGOTTEN_PER_RUN).catch(leave("clear dead letters"));
  await store.forgetDecisions(now() - LOG_DAYS * DAY, DECISIONS_PER_RUN).catch(leave("forget old decisions"));
  await eraseDue(deps, failed).catch(leave("erase"));
  const seen = new Set<string>();
  let changed = 0;
  // What one change makes due at once (a favour that opens again after its deadline) need not wait for the next run.
  for (;;) {
    const asks = await asksDue(deps, seen, limit);
    if (asks.length === 0) return changed;
    for (const { name, jobId, rule, due } of asks) {
      if (now() > until) return changed;
      seen.add(name);
      if (await change(jobId, rule, deps).catch(leave("sweep"))) changed += 1;
      else if (due) await store.relistDue(due, now()).catch(leave("relist"));
    }
  }
}

/** What was asked to be erased and did not fit into the answer, or failed. */
async function eraseDue(deps: Deps, failed: Failed): Promise<void> {
  for (const data of await deps.store.erasuresDue(deps.now(), ERASURES_PER_RUN)) {
    const failure = await goOnErasing(data, deps);
    if (failure !== null) failed("erase", failure);
  }
}

type Rule = (found: JobOffers, context: Context) => Decided<string>;

/** One thing that the calendar does to a favour or to one of its offers. */
interface Ask {
  /** Each is asked once a run, so that what fails doesn't keep it going. */
  readonly name: string;
  readonly jobId: string;
  readonly rule: Rule;
  /** As it was listed; null: by the board. */
  readonly due: Due | null;
}

/** What is due and was not seen to in this run, as far as it may go on: favours that ran out first, then in the order of time. */
async function asksDue({ store, now }: Deps, seen: ReadonlySet<string>, limit: number): Promise<Ask[]> {
  const left = limit - seen.size;
  if (left <= 0) return [];
  const [ranOut, due] = await Promise.all([store.jobsToExpire(now(), limit), store.favoursDue(now(), limit)]);
  const asks = [
    ...ranOut.map((jobId): Ask => ({ name: `expire ${jobId}`, jobId, rule: expireJob, due: null })),
    ...due
      .filter(({ jobId }) => !ranOut.includes(jobId))
      .map((item): Ask => {
        const { jobId, offerId } = item;
        return offerId === null
          ? { name: jobId, jobId, rule: passJobTime, due: item }
          : { name: offerId, jobId, rule: ofOffer(offerId), due: item };
      }),
  ];
  return asks.filter(({ name }) => !seen.has(name)).slice(0, left);
}

function ofOffer(offerId: string): Rule {
  return (found, context) => {
    const offer = found.offers.find(({ id }) => id === offerId);
    return offer === undefined ? err(fail("offerNotFound")) : passOfferTime({ ...found, offer }, context);
  };
}

/** Whether it changed anything. */
async function change(jobId: string, rule: Rule, deps: Deps): Promise<boolean> {
  const read = async (): Promise<JobOffers | null> => {
    const [job, { offers, seen }] = await Promise.all([
      deps.store.read("job", jobId),
      deps.store.offersOf(jobId, deps.now()),
    ]);
    return job && { job, offers, seen };
  };
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (found) => (found === null ? err(fail("jobNotFound")) : rule(found, ruleContext(deps))),
    formKey: null,
    request: null,
  });
  return result.ok && result.value.alreadyDone !== true;
}
