import { mailId, type MailEvent } from "../records/mail-event.ts";
import { jobChange } from "./changes.ts";
import {
  liveJobsCounter,
  type Guard,
  alreadyDone,
  decided,
  type Context,
  type Decided,
} from "../records/decision.ts";
import { fail, err } from "../kernel/errors.ts";
import type { Job, JobState } from "../records/job.ts";
import { firstExpiry } from "./expiry.ts";
import { posterMail } from "./mails.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import { MAX_LIVE_JOBS, UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import {
  confirmLink,
  manageLink,
  type NewLink,
  newReceipt,
  ownerOf,
  toldBlock,
} from "../records/new-links.ts";
import type { JobDraft } from "./job-form.ts";
import { shouldHold } from "../suspicion/signals.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { HOUR } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";

interface JobRequest {
  readonly draft: JobDraft;
  /** Keyed hash of the poster's address. */
  readonly address: string;
  /** Keyed hash of their mailbox; null: it is not known. */
  readonly mailbox?: string | null;
  readonly signals: readonly string[];
  /** One of the examples of a first local start. */
  readonly example?: boolean;
}

/** Somebody asks for a favour: nobody sees it until the link in the mail confirms it. Never fails. */
export function requestJob(request: JobRequest, context: Context): Decided<JobState> {
  const { newId, now } = context;
  const job = newJob(request, context);
  const object = { kind: "job", id: job.id, address: request.address, ...ownerOf(context.trust) } as const;
  const link = confirmLink(object, newId, now);
  const receipt = newReceipt(object, link, newId, now);
  return decided(job.id, job.state, {
    changes: [
      { kind: "job", before: null, after: job, forgetAt: now + UNCONFIRMED_TTL_HOURS * HOUR },
      link.change,
      receipt.change,
    ],
    mails: [confirmJobMail(job, link)],
    receipt: receipt.id,
  });
}

/** To who asks: the link that confirms it. */
export function confirmJobMail(job: Job, { ref, expiresAt }: Pick<NewLink, "ref" | "expiresAt">): MailEvent {
  const id = mailId("confirmJob", job);
  return { id, name: "confirmJob", to: job.poster.email, data: { link: ref }, goodUntil: expiresAt };
}

/**
 * The poster's confirming POST: open to everybody, or held if something about it is suspicious.
 *
 * Errors: `jobChanged`; `jobExpired` when its deadline has passed meanwhile; the commit answers `limit` (`tooManyJobs`) when the address
 * has `MAX_LIVE_JOBS` live favours already.
 */
export function confirmJob(
  { job, version }: { job: Job } & Pick<Shown, "version">,
  context: Context,
): Decided<JobState> {
  const { now } = context;
  if (job.state === "erased") return err(jobRefusal(job, now));
  if (!allows(JOB_TRANSITIONS, job.state, "confirm", "poster")) return alreadyDone(job.id, job.state);
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  if (firstExpiry(job.deadline, now) < now) return err(fail("jobExpired"));
  const published = jobChange(job, publication(job, context));
  const entrance = entranceOf(published.job, context);
  return decided(job.id, published.job.state, {
    guards: liveJobsGuard(job, context),
    changes: [published.change, ...entrance.changes],
    mails: entrance.mails,
    purge: jobTags(job),
  });
}

/** As `requestJob` and `confirmJob` in one, from a browser that remembers the address. Errors: the commit's `limit`. */
export function publishJob(request: JobRequest, context: Context): Decided<JobState> {
  const draft = newJob(request, context);
  const job: Job = { ...draft, ...publication(draft, context) };
  const entrance = entranceOf(job, context);
  return decided(job.id, job.state, {
    guards: liveJobsGuard(job, context),
    changes: [{ kind: "job", before: null, after: job }, ...entrance.changes],
    mails: entrance.mails,
    purge: jobTags(job),
  });
}

/** An address may have `MAX_LIVE_JOBS` live favours; counted when confirmed, so that nobody else can use them up. */
export function liveJobsGuard(job: Job, { limits }: Context): Guard[] {
  if (!limits) return [];
  return [{ type: "atMost", counter: liveJobsCounter(job.poster.address), max: MAX_LIVE_JOBS - 1 }];
}

function publication(job: Job, { now, trust }: Context): Pick<Job, "state" | "publishedAt" | "expiresAt"> {
  const held = shouldHold(job.signals, trust);
  return {
    state: held ? "held" : "open",
    publishedAt: held ? null : now,
    expiresAt: firstExpiry(job.deadline, now),
  };
}

/** What comes with a favour that enters the board or its waiting room: the poster's link and the mails. */
function entranceOf(job: Job, context: Context) {
  const link = manageLink({ kind: "job", id: job.id, ...ownerOf(context.trust) }, context.now);
  return {
    changes: [link.change],
    mails: [
      job.state === "held"
        ? posterMail("jobHeld", job, toldBlock(context.trust))
        : posterMail("jobPublished", job),
    ],
  };
}

function newJob(
  { draft, address, mailbox = null, signals, example = false }: JobRequest,
  { newId, now }: Context,
): Job {
  return {
    ...draft,
    id: newId(),
    version: 1,
    revision: 1,
    joined: [],
    missingReward: null,
    state: "unconfirmed",
    stateBefore: null,
    poster: { ...draft.poster, address },
    mailbox,
    standing: draft.standing ?? false,
    doneBy: null,
    thanks: [],
    createdAt: now,
    publishedAt: null,
    expiresAt: firstExpiry(draft.deadline, now),
    hasOffers: false,
    firstOfferAfter: null,
    assignedOffer: null,
    assignedAt: null,
    agreed: null,
    deliveredAt: null,
    closedAt: null,
    signals: [...signals],
    cleared: false,
    reason: null,
    appeal: null,
    example,
  };
}
