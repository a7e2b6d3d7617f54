import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Address } from "../records/address.ts";
import { addressDroppedOut, heldMail, isOneTooMany, withDropOuts } from "./drop-outs.ts";
import { jobChange } from "./changes.ts";
import { doneAt } from "./due.ts";
import { fail, err } from "../kernel/errors.ts";
import type { Job, JobState } from "../records/job.ts";
import { reopenedExpiry } from "./expiry.ts";
import { mailJob, offerEndedMail } from "./mails.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import { useJoined } from "./joined-effects.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer } from "../records/offer.ts";
import { endOffer, endOffers, inviteAgain, offersGuard, type JobOffers } from "./offer-effects.ts";
import { assignedOffer, liveOffers, offerRefusal } from "./offer-states.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { allows } from "../kernel/transitions.ts";

/** The helper says it is done: the poster is asked to confirm. Errors: the favour's or the offer's state. */
export function deliverJob({ job, offer }: { job: Job; offer: Offer }, { now }: Context): Decided<JobState> {
  if (offer.state !== "accepted" || job.assignedOffer !== offer.id) return err(offerRefusal(offer));
  if (job.state === "delivered" || job.state === "done") return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "deliver", "helper")) return err(jobRefusal(job, now));
  const delivered = jobChange(job, { state: "delivered", deliveredAt: now, reason: null });
  return decided(job.id, "delivered", {
    guards: [{ type: "unchanged", kind: "offer", id: offer.id, jobId: job.id, version: offer.version }],
    changes: [delivered.change],
    mails: [
      {
        id: mailId("jobDelivered", delivered.job),
        name: "jobDelivered",
        to: job.poster.email,
        data: { link: manageRef(job.id), job: mailJob(job), helper: offer.helper.name },
        group: `delivery/${offer.id}`,
      },
    ],
    purge: jobTags(job),
  });
}

/** The poster says it is not done: the helper is told why. Errors: the favour's state. */
export function disputeJob(
  input: JobOffers & { readonly reason: string },
  { now }: Context,
): Decided<JobState> {
  const { job, offers, reason } = input;
  // Only a dispute leaves a reason in this state: accepting and delivering both clear it.
  if (job.state === "assigned" && job.reason !== null) return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "dispute", "poster")) return err(jobRefusal(job, now));
  const disputed = jobChange(job, { state: "assigned", deliveredAt: null, disputedAt: now, reason });
  const helper = assignedOffer(job, offers);
  const mail = (offer: Offer): MailEvent => ({
    id: mailId("jobDisputed", disputed.job),
    name: "jobDisputed",
    to: offer.helper.email,
    data: { link: manageRef(offer.id), job: mailJob(job), reason },
    group: `dispute/${offer.id}`,
  });
  return decided(job.id, "assigned", {
    guards: [offersGuard(input)],
    changes: [disputed.change],
    mails: helper === undefined ? [] : [mail(helper)],
    purge: jobTags(job),
  });
}

/**
 * The poster confirms that it is done, or let the time for objecting pass; who stood by is told that it is over. Errors: the
 * favour's state.
 */
export function completeJob(
  input: JobOffers & { readonly by?: "poster" | "sweeper" },
  { now }: Context,
): Decided<JobState> {
  const { job, offers, by = "poster" } = input;
  if (job.state === "done") return alreadyDone(job.id, job.state);
  const isTime = by === "poster" || now >= doneAt(job);
  if (!allows(JOB_TRANSITIONS, job.state, "complete", by) || !isTime) return err(jobRefusal(job, now));
  const used = useJoined(job, by, now);
  const helper = assignedOffer(job, offers);
  const done = jobChange(job, {
    joined: used.joined,
    state: "done",
    closedAt: now,
    hasOffers: false,
    reason: null,
    doneBy: helper === undefined ? null : { ...helper.helper, phone: null, mailbox: helper.mailbox ?? null },
  });
  const finished = helper === undefined ? [] : [endOffer(helper, "accepted", now).change];
  const rest = { ...input, offers: offers.filter((offer) => offer !== helper) };
  const ended = endOffers(rest, { action: "jobDone", by, to: "notChosen", why: "notChosen" }, now);
  return decided(job.id, "done", {
    guards: [offersGuard(input)],
    changes: [done.change, ...finished, ...ended.changes],
    mails: [...doneMails(done.job, helper, by), ...used.mails, ...ended.mails],
    purge: jobTags(job),
  });
}

/** The poster steps back, or the helper whose offer this is. */
type DropOut = JobOffers & { readonly reason: string } & (
    | {
        readonly by: "poster";
        /** What is remembered of the poster's address. */
        readonly address?: Address | null;
      }
    | { readonly by: "helper"; readonly offerId: string }
  );

/**
 * One side steps back: the other is told why and who stood by is invited again, unless the favour's deadline has passed.
 * A poster who does that again and again is looked at first: this favour is held, and `holdJob` holds the other open ones.
 * Errors: the favour's or the offer's state.
 */
export function dropOut(input: DropOut, context: Context): Decided<JobState> {
  const { now } = context;
  const { job, offers, by, reason } = input;
  if (hasDroppedOut(input)) return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "dropOut", by)) return err(jobRefusal(job, now));
  if (by === "helper" && input.offerId !== job.assignedOffer) return err(fail("offerNotFound"));

  const expiresAt = reopenedExpiry(job, now);
  const helper = assignedOffer(job, offers);
  const left = helper && endOffer(helper, by === "helper" ? "withdrawn" : "declined", now, { reason });
  const others = offers.filter((offer) => offer !== helper);
  const address = input.by === "poster" ? (input.address ?? null) : null;
  const isHeld = input.by === "poster" && isOneTooMany(address, now);
  const reopened = jobChange(job, {
    state: isHeld ? "held" : "open",
    ...(isHeld && { signals: withDropOuts(job.signals) }),
    assignedOffer: null,
    assignedAt: null,
    agreed: null,
    hasOffers: liveOffers(others).length > 0,
    expiresAt,
    reason,
    remindedAt: now,
  });
  // Nobody can read a held favour: who stood by is invited once a moderator lets it through (`approveJob`).
  const invited =
    now <= expiresAt && !isHeld
      ? inviteAgain({ ...input, job: reopened.job, offers: others }, by, now)
      : { changes: [], mails: [] };
  const counted = by === "poster" ? [addressDroppedOut(job, address, now)] : [];
  return decided(job.id, reopened.job.state, {
    guards: [offersGuard(input)],
    changes: [reopened.change, ...(left ? [left.change] : []), ...invited.changes, ...counted],
    mails: [
      ...(left ? dropOutMails(reopened.job, left.offer, by, reason) : []),
      ...invited.mails,
      ...(isHeld ? [heldMail(reopened.job)] : []),
    ],
    purge: jobTags(job),
  });
}

function hasDroppedOut(input: DropOut): boolean {
  const { job, offers } = input;
  if (input.by === "helper") {
    return offers.some(({ id, state }) => id === input.offerId && state === "withdrawn");
  }
  // A reason in this state can only come from dropping out: accepting clears it.
  return (job.state === "open" || job.state === "held") && job.reason !== null;
}

function dropOutMails(job: Job, offer: Offer, by: "poster" | "helper", reason: string): MailEvent[] {
  const toPoster = by === "helper";
  const told: MailEvent = {
    id: mailId("droppedOut", job),
    name: "droppedOut",
    to: toPoster ? job.poster.email : offer.helper.email,
    data: { link: manageRef(toPoster ? job.id : offer.id), job: mailJob(job), by, reason },
  };
  return toPoster ? [told, offerEndedMail(offer, job, "withdrawn")] : [told];
}

function doneMails(job: Job, offer: Offer | undefined, by: "poster" | "sweeper"): MailEvent[] {
  const silent = by === "sweeper" ? { by } : {};
  const mail = (role: "poster" | "helper", to: string, objectId: string, n: number): MailEvent => ({
    id: mailId("jobDone", job, n),
    name: "jobDone",
    to,
    data: { link: manageRef(objectId), job: mailJob(job), role, ...silent },
  });
  const toPoster = mail("poster", job.poster.email, job.id, 1);
  return offer === undefined ? [toPoster] : [toPoster, mail("helper", offer.helper.email, offer.id, 2)];
}
