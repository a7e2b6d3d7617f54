import { type ArticleOfThread, isPublicComment } from "../comments/states.ts";
import { visibility } from "../favours/job-states.ts";
import { askedOf } from "../favours/question-mails.ts";
import { thankedOf } from "../favours/thanks-mails.ts";
import { type DomainError, fail } from "../kernel/errors.ts";
import type { Person } from "../people/person.ts";
import type { AskedQuestion } from "../records/asked-question.ts";
import type { Comment } from "../records/comment.ts";
import type { Guard } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { Mention } from "../records/mention.ts";
import type { JobOffers } from "../favours/offer-effects.ts";
import type { Offer } from "../records/offer.ts";
import type { Report, ReportKind } from "../records/report.ts";
import type { ThankYou } from "../records/thank-you.ts";

/** What is reported, as it is now. */
export type Target =
  | ({ readonly kind: "job" } & JobOffers)
  | { readonly kind: "offer"; readonly offer: Offer; readonly job: Job }
  | { readonly kind: "comment"; readonly comment: Comment; readonly article: ArticleOfThread }
  | { readonly kind: "mention"; readonly mention: Mention }
  | { readonly kind: "thanks"; readonly thanks: ThankYou; readonly job: Job }
  | { readonly kind: "question"; readonly question: AskedQuestion; readonly offer: Offer; readonly job: Job };

/** Who alone can read it; null: everybody. */
export function onlyReader(target: Target): Person | null {
  if (target.kind === "offer") return target.job.poster;
  if (target.kind === "thanks") return target.thanks.state === "published" ? null : thankedOf(target);
  return target.kind === "question" ? askedOf(target) : null;
}

export function aboutOf(target: Target): Report["about"] {
  if (target.kind === "job") return { kind: "job", id: target.job.id };
  if (target.kind === "comment") return { kind: "comment", id: target.comment.id };
  if (target.kind === "mention") return { kind: "mention", id: target.mention.id };
  const { id } =
    target.kind === "question" ? target.question : target.kind === "thanks" ? target.thanks : target.offer;
  return { kind: target.kind, id, jobId: target.job.id };
}

/** Read by everybody, or by whom it thanks. */
const SEEN_THANKS: readonly ThankYou["state"][] = ["written", "withheld", "published"];

/** Whether somebody who may report it can read it. */
export function isSeen(target: Target): boolean {
  if (target.kind === "job") return visibility(target.job) === "public";
  if (target.kind === "comment") return isPublicComment(target.comment);
  if (target.kind === "mention") return target.mention.state === "approved";
  if (target.kind === "question") return target.question.state === "sent";
  if (target.kind === "thanks")
    return target.job.state === "done" && SEEN_THANKS.includes(target.thanks.state);
  return target.offer.state !== "unconfirmed" && target.offer.state !== "outdated";
}

export function isErased(target: Target): boolean {
  if (target.kind === "job") return target.job.state === "erased";
  if (target.kind === "mention") return target.mention.state === "deleted";
  return target.kind === "comment" && target.comment.state === "deleted";
}

export function unchanged(target: Target): Guard[] {
  if (target.kind === "job" || target.kind === "thanks")
    return [{ type: "unchanged", kind: "job", ...named(target.job) }];
  if (target.kind === "comment") return [{ type: "unchanged", kind: "comment", ...named(target.comment) }];
  if (target.kind === "mention") return [{ type: "unchanged", kind: "mention", ...named(target.mention) }];
  return [{ type: "unchanged", kind: "offer", jobId: target.job.id, ...named(target.offer) }];
}

function named({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, version };
}

export function notFound(kind: ReportKind): DomainError {
  const codes = {
    job: "jobNotFound",
    offer: "offerNotFound",
    comment: "commentNotFound",
    question: "offerNotFound",
    mention: "mentionNotFound",
    thanks: "thanksNotFound",
  } as const;
  return fail(codes[kind]);
}
