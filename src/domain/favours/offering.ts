import { mailId, type MailEvent } from "../records/mail-event.ts";
import { offerChange } from "./changes.ts";
import {
  mailboxOffersCounter,
  offersOfDayCounter,
  type Change,
  type Count,
  type Guard,
  alreadyDone,
  decided,
  type Context,
  type Decided,
} from "../records/decision.ts";
import { fail, type DomainError, err } from "../kernel/errors.ts";
import type { Job } from "../records/job.ts";
import { isOpenNow, jobRefusal, jobTags, visibility } from "./job-states.ts";
import { MAX_OFFERS_A_DAY, OFFER_LIFE_DAYS, UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { confirmLink, manageLink, type NewLink, newReceipt, ownerOf } from "../records/new-links.ts";
import { addDays, endOfMadridDay, madridDay, DAY, HOUR, type Millis } from "../kernel/time.ts";
import { mailboxOf } from "../people/mailbox.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { heldOffer, offerReached } from "./offer-arriving.ts";
import { isOngoing, OFFER_TRANSITIONS } from "./offer-states.ts";
import type { OfferDraft } from "./offer-form.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { allows } from "../kernel/transitions.ts";
import { shouldHold } from "../suspicion/signals.ts";

interface OfferRequest {
  /** Null: no such favour. */
  readonly job: Job | null;
  readonly draft: OfferDraft;
  /** Keyed hash of the helper's address. */
  readonly address: string;
  /** Keyed hash of the helper's mailbox. */
  readonly mailbox: string;
  readonly signals: readonly string[];
}

/**
 * "Me ofrezco": the poster sees it only once the link in the mail confirms it. Errors: `jobNotFound` (also for what is not
 * public), `jobErased`, and the favour's state as `closed` when it takes no offers.
 */
export function makeOffer(request: OfferRequest, context: Context): Decided<OfferState> {
  const { newId, now } = context;
  const { job } = request;
  if (job === null || !isOpenNow(job, now)) return err(closedTo(job, now));
  const offer = newOffer(request, job, context);
  const object = {
    kind: "offer",
    id: offer.id,
    jobId: job.id,
    address: request.address,
    ...ownerOf(context.trust),
  } as const;
  const link = confirmLink(object, newId, now);
  const receipt = newReceipt(object, link, newId, now);
  return decided(offer.id, offer.state, {
    changes: [
      { kind: "offer", before: null, after: offer, forgetAt: now + UNCONFIRMED_TTL_HOURS * HOUR },
      link.change,
      receipt.change,
    ],
    mails: [confirmOfferMail(offer, link)],
    receipt: receipt.id,
  });
}

/** To who offers: the link that confirms it. */
export function confirmOfferMail(
  offer: Offer,
  { ref, expiresAt }: Pick<NewLink, "ref" | "expiresAt">,
): MailEvent {
  const id = mailId("confirmOffer", offer);
  return { id, name: "confirmOffer", to: offer.helper.email, data: { link: ref }, goodUntil: expiresAt };
}

/**
 * The helper's confirming POST. Where the favour was edited meanwhile the offer becomes `outdated`: the helper reads it
 * again before the poster sees anything. Errors: `offerChanged`; the favour's state, if it takes no offers any more; `ownFavour` and
 * `offerAlreadySent`, told to nobody but who proved the address; the commit's `limit`.
 */
export function confirmOffer(
  input: { offer: Offer; job: Job; offers: readonly Offer[] } & Pick<Shown, "version">,
  context: Context,
): Decided<OfferState> {
  const { now } = context;
  const { offer, job, offers, version } = input;
  if (!allows(OFFER_TRANSITIONS, offer.state, "confirm", "helper")) return alreadyDone(offer.id, offer.state);
  const another = readAnother(offer, version, "offerChanged");
  if (another !== null) return err(another);
  if (!isOpenNow(job, now)) return err(jobRefusal(job, now));
  const refusal = mailboxRefusal(offer.helper.email, job, offers);
  if (refusal !== null) return err(refusal);
  const state = arrivingState(offer, job, context);
  const { change, offer: sent } = offerChange(offer, { state, ...sending(now) });
  return decided(offer.id, state, arrival(sent, job, change, context));
}

/** As `makeOffer` and `confirmOffer` in one, from a browser that remembers the address. */
export function publishOffer(
  request: OfferRequest & { readonly offers: readonly Offer[] },
  context: Context,
): Decided<OfferState> {
  const { now } = context;
  const { job, draft, offers } = request;
  if (job === null || !isOpenNow(job, now)) return err(closedTo(job, now));
  const refusal = mailboxRefusal(draft.helper.email, job, offers);
  if (refusal !== null) return err(refusal);
  const made = newOffer(request, job, context);
  const offer: Offer = { ...made, state: arrivingState(made, job, context), ...sending(now) };
  const change: Change = { kind: "offer", before: null, after: offer };
  return decided(offer.id, offer.state, arrival(offer, job, change, context));
}

/** Nobody offers themselves for their own favour, nor twice; the same person is whoever reads the same mailbox. */
export function mailboxRefusal(email: string, job: Job, offers: readonly Offer[]): DomainError | null {
  const mailbox = mailboxOf(email);
  if (mailboxOf(job.poster.email) === mailbox) return fail("ownFavour");
  const isTheirs = (offer: Offer): boolean => mailboxOf(offer.helper.email) === mailbox;
  return offers.filter(isOngoing).some(isTheirs) ? fail("offerAlreadySent") : null;
}

/** A suspicious one waits for a moderator and reaches nobody. */
function arrivingState({ signals, jobRevision }: Offer, job: Job, { trust }: Context): OfferState {
  if (shouldHold(signals, trust)) return "held";
  return jobRevision === job.revision ? "sent" : "outdated";
}

/** What comes with an offer that arrives. The favour must still be as it was when this was decided. */
function arrival(offer: Offer, job: Job, change: Change, context: Context) {
  const { now, limits } = context;
  const link = manageLink({ kind: "offer", id: offer.id, jobId: job.id, ...ownerOf(context.trust) }, now);
  const day = madridDay(now);
  const counter = offersOfDayCounter(offer.helper.address, day);
  const limit: Guard = { type: "atMost", counter, max: MAX_OFFERS_A_DAY - 1 };
  const count: Count = { counter, by: 1, forgetAt: endOfMadridDay(addDays(day, 1)) };
  const unchanged: Guard = { type: "unchanged", kind: "job", id: job.id, version: job.version };
  const { changes, mails } =
    offer.state === "held" ? heldOffer(offer, job, context) : offerReached(offer, job, now);
  return {
    guards: [unchanged, ...onlyOne(offer), ...(limits ? [limit] : [])],
    changes: [change, link.change, ...changes],
    counts: [count],
    mails,
    purge: jobTags(job),
  };
}

/** Two offers of one mailbox may be on their way at once; those of other people don't get in their way. */
export function onlyOne({ jobId, mailbox }: Offer): Guard[] {
  if (mailbox === undefined) return [];
  return [{ type: "atMost", counter: mailboxOffersCounter(jobId, mailbox), max: 0 }];
}

/** To somebody who only has the favour's address: what is not public does not exist. */
export function closedTo(job: Job | null, now: Millis): DomainError {
  if (job === null || visibility(job) === "notPublic") return fail("jobNotFound");
  const { code } = jobRefusal(job, now);
  return job.state === "erased" ? fail(code) : fail(code, "closed");
}

function sending(now: Millis): Pick<Offer, "sentAt" | "expiresAt"> {
  return { sentAt: now, expiresAt: now + OFFER_LIFE_DAYS * DAY };
}

function newOffer(
  { draft, address, mailbox, signals }: OfferRequest,
  job: Job,
  { newId, now }: Context,
): Offer {
  return {
    ...draft,
    id: newId(),
    version: 1,
    jobId: job.id,
    jobRevision: job.revision,
    state: "unconfirmed",
    helper: { ...draft.helper, address },
    standing: draft.standing ?? false,
    mailbox,
    createdAt: now,
    sentAt: null,
    expiresAt: now + UNCONFIRMED_TTL_HOURS * HOUR,
    closedAt: null,
    signals: [...signals],
    reason: null,
    appeal: null,
    questions: [],
    questionsClosed: [],
    sameSince: null,
  };
}
