import type { Person } from "../../../src/domain/people/person.ts";
import type { Address } from "../../../src/domain/records/address.ts";
import type { Comment } from "../../../src/domain/records/comment.ts";
import type { ArticleOfThread } from "../../../src/domain/comments/states.ts";
import type { MailEvent } from "../../../src/domain/records/mail-event.ts";
import type { Job, JobState } from "../../../src/domain/records/job.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import type { Context, Decided, Outcome } from "../../../src/domain/records/decision.ts";
import { BLANK_JOB, type JobDraft } from "../../../src/domain/favours/job-form.ts";
import { DAY, type Millis } from "../../../src/domain/kernel/time.ts";
import { comment, job, offer } from "./records.ts";

/** A Wednesday noon in Madrid. */
export const NOW: Millis = Date.UTC(2026, 5, 10, 10);
export const MODERATORS = ["mod1@example.com", "mod2@example.com"];

let made = 0;

/** A valid id that was not given out before. */
export function freshId(): string {
  made += 1;
  const digits = Array.from(made.toString(32)).map(
    (digit) => "abcdefghijklmnopqrstuvwxyz234567"[parseInt(digit, 32)],
  );
  return digits.join("").padStart(20, "a");
}

export function aContext(over: Partial<Context> = {}): Context {
  return { now: NOW, newId: freshId, moderators: MODERATORS, limits: true, ...over };
}

export function aPerson(name: string): Person {
  const address = `hash-${name.toLowerCase()}`;
  return { name, email: `${name.toLowerCase()}@example.com`, phone: null, address };
}

export const JOB_DRAFT: JobDraft = {
  ...BLANK_JOB,
  title: "Paseo para mi perra los martes",
  description: "Busco a alguien que pasee a Luna una hora los martes por la tarde.",
  category: "mascotas",
  place: "zaragoza",
  town: "Utebo",
  deadline: null,
  reward: { kind: "money", amountCents: 1500, text: null },
  poster: { name: "Paula", email: "paula@example.com", phone: "600 000 000" },
};

export function aJob(over: Partial<Job> = {}): Job {
  return job({
    ...JOB_DRAFT,
    id: freshId(),
    version: 3,
    poster: { ...JOB_DRAFT.poster, address: "hash-paula" },
    createdAt: NOW - DAY,
    publishedAt: NOW - DAY,
    expiresAt: NOW + 29 * DAY,
    ...over,
  });
}

export function anOffer(of: Job, over: Partial<Offer> = {}): Offer {
  return offer({
    id: freshId(),
    version: 2,
    jobId: of.id,
    jobRevision: of.revision,
    message: "Me encantan los perros y vivo al lado.",
    helper: aPerson("Hugo"),
    createdAt: NOW - DAY,
    sentAt: NOW - DAY,
    expiresAt: NOW + 13 * DAY,
    ...over,
  });
}

/** A favour in the given state as it would be found: with a waiting and, where it belongs, an accepted offer. */
export function aJobWithOffers(state: JobState, over: Partial<Job> = {}) {
  const isAgreed = state === "assigned" || state === "delivered";
  const draft = aJob({ state, ...over });
  const accepted = anOffer(draft, { state: "accepted", helper: aPerson("Ana") });
  const waiting = anOffer(draft, { state: isAgreed ? "standby" : "sent" });
  const hasOffers = isAgreed || state === "open";
  const job: Job = {
    ...draft,
    hasOffers,
    assignedOffer: isAgreed ? accepted.id : null,
    assignedAt: isAgreed ? NOW - DAY : null,
    deliveredAt: state === "delivered" ? NOW : null,
  };
  const offers = isAgreed ? [accepted, waiting] : hasOffers ? [waiting] : [];
  return { job, offers, seen: 7, accepted, waiting };
}

export const ARTICLE: ArticleOfThread = {
  slug: "cinco-funciones",
  title: "Las cinco funciones",
  comments: "open",
};

/** An address with one comment that a moderator approved. */
export const KNOWN_ADDRESS: Address = {
  id: "hash-carla",
  version: 4,
  confirmedAt: NOW,
  approvedComments: 1,
  cookieNumber: 0,
  trustedUntil: null,
  blockedUntil: null,
  blockAppealedAt: null,
};

/** A comment that waits for its writer to confirm it. */
export function aComment(over: Partial<Comment> = {}): Comment {
  return comment({
    id: freshId(),
    article: ARTICLE.slug,
    state: "unconfirmed",
    text: "Muy útil, gracias.",
    writer: aPerson("Carla"),
    createdAt: NOW,
    publishedAt: null,
    ...over,
  });
}

/** What was decided; a refusal fails the test with its code. */
export function outcomeOf<S extends string>(result: Decided<S>): Outcome<S> {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
}

/** The code of a refusal; a decision fails the test. */
export function codeOf(result: Decided<string>): string {
  if (result.ok) throw new Error(`not refused: ${result.value.state}`);
  return result.error.code;
}

/** What `name to` left, sorted, to compare at a glance. */
export function mailsOf(outcome: Outcome<string>): string[] {
  return outcome.decision.mails.map(({ name, to }) => `${name} ${to}`).sort();
}

export function mailNamed<N extends MailEvent["name"]>(outcome: Outcome<string>, name: N) {
  const isNamed = (mail: MailEvent): mail is Extract<MailEvent, { name: N }> => mail.name === name;
  const found = outcome.decision.mails.find(isNamed);
  if (found === undefined) throw new Error(`no ${name} among ${mailsOf(outcome).join(", ")}`);
  return found;
}

/** The record of this kind and id as it shall be. */
export function jobAfter(outcome: Outcome<string>): Job {
  for (const change of outcome.decision.changes) {
    if (change.kind === "job" && change.after !== null) return change.after;
  }
  throw new Error("the favour does not change");
}

export function offerAfter(outcome: Outcome<string>, id: string): Offer {
  for (const change of outcome.decision.changes) {
    if (change.kind === "offer" && change.after?.id === id) return change.after;
  }
  throw new Error("the offer does not change");
}

export function commentAfter(outcome: Outcome<string>): Comment {
  for (const change of outcome.decision.changes) {
    if (change.kind === "comment" && change.after !== null) return change.after;
  }
  throw new Error("the comment does not change");
}
