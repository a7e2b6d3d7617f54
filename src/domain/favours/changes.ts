import type { Millis } from "../kernel/time.ts";
import { type Patch, nextVersion } from "../records/changes.ts";
import type { Change } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { Offer } from "../records/offer.ts";
import { jobFields } from "./job-form.ts";
import { offerFields } from "./offer-form.ts";

/** What a question changes of an offer: nothing that the poster accepts. */
const ABOUT_QUESTIONS: readonly string[] = ["questions", "questionsClosed"] satisfies (keyof Offer)[];

export function jobChange(job: Job, patch: Patch<Job>): { change: Change; job: Job } {
  const after = nextVersion(job, patch, jobFields);
  return { change: { kind: "job", before: job, after }, job: after };
}

/** `forgetAt` is for an offer that ends: its contact data is not kept for ever. */
export function offerChange(
  offer: Offer,
  patch: Patch<Offer>,
  forgetAt?: Millis,
): { change: Change; offer: Offer } {
  const onlyAsked = Object.keys(patch).every((field) => ABOUT_QUESTIONS.includes(field));
  const sameSince = onlyAsked ? (offer.sameSince ?? offer.version) : null;
  const after = nextVersion(offer, { ...patch, sameSince }, offerFields);
  const ending = forgetAt === undefined ? {} : { forgetAt };
  return { change: { kind: "offer", before: offer, after, ...ending }, offer: after };
}
