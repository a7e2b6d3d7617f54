import type { Comment } from "../records/comment.ts";
import type { Change, Decision } from "../records/decision.ts";
import type { Mention } from "../records/mention.ts";
import type { Report } from "../records/report.ts";
import type { Job } from "../records/job.ts";
import type { Offer } from "../records/offer.ts";
import type { Millis } from "../kernel/time.ts";
import { tellsOfFraud, weightOf } from "../suspicion/signals.ts";

/** Something that waits for a moderator. */
export interface Waiting {
  /** What it is and its ids: the favour's first where it stands with one. */
  readonly member: string;
  /** What its signals weigh together. */
  readonly weight: number;
  readonly since: Millis;
  /** When it last began to wait for one reason more: the moderators hear of it anew. */
  readonly newsAt: Millis;
  /** Signs of fraud, what was reported or appealed against, a reward that is missed: the moderators hear of it at once. */
  readonly urgent: boolean;
}

/** What a member of the queue names. */
export interface WaitingRef {
  readonly kind: (typeof REF_KINDS)[number];
  readonly id: string;
  /** The favour that it stands with, or its own id. */
  readonly jobId: string;
}
const REF_KINDS = [
  "job",
  "offer",
  "reward",
  "missing",
  "comment",
  "question",
  "thanks",
  "mention",
  "report",
] as const;
const REF = /^(\w+) (\S+)(?: (\S+))?$/;

/** Null for what this version doesn't know. */
export function waitingRef(member: string): WaitingRef | null {
  const [, named, first = "", second = first] = REF.exec(member) ?? [];
  const kind = REF_KINDS.find((one) => one === named);
  if (kind === undefined) return null;
  return { kind, jobId: first, id: second };
}

/** A helper without the reward waits longer with each day: it comes before what is only suspicious. */
const MISSING_WEIGHT = 20;

/** What of a favour waits: itself, the rewards that others would join with, what both sides say of each other, and the one that its helper misses. */
export function waitingOfJob(job: Job): Waiting[] {
  const { id, joined, thanks, missingReward, assignedOffer } = job;
  const itself = waitingOne(`job ${id}`, job);
  const rewards = joined.flatMap((one) => waitingOne(`reward ${id} ${one.id}`, one));
  const words = thanks.flatMap((one) => waitingOne(`thanks ${id} ${one.id}`, one));
  const missing =
    missingReward?.state === "claimed" && assignedOffer !== null
      ? [urgentOne(`missing ${id} ${assignedOffer}`, MISSING_WEIGHT, missingReward.at)]
      : [];
  return [...itself, ...rewards, ...words, ...missing];
}

/** What of an offer waits: itself, messages that are held while it takes questions, and what is said against those that were not let through. */
export function waitingOfOffer(offer: Offer): Waiting[] {
  const { id, jobId, state, questions, questionsClosed } = offer;
  const itself = waitingOne(`offer ${jobId} ${id}`, offer);
  const isTaken = state === "sent" && questionsClosed.length === 0;
  const said = questions
    .filter((question) => isTaken || question.state !== "held")
    .flatMap((question) => waitingOne(`question ${jobId} ${question.id}`, question));
  return [...itself, ...said];
}

/** Whether with this decision something urgent begins to wait. */
export function callsModerators({ changes }: Pick<Decision, "changes">): boolean {
  return changes.some((change) => {
    const { before, after } = waitingOf(change);
    return after.some(
      ({ urgent, member, newsAt }) =>
        urgent && !before.some((one) => one.urgent && one.member === member && one.newsAt === newsAt),
    );
  });
}

function waitingOf(change: Change): Readonly<Record<"before" | "after", Waiting[]>> {
  if (change.kind === "job") return ofBoth(change, waitingOfJob);
  if (change.kind === "offer") return ofBoth(change, waitingOfOffer);
  if (change.kind === "comment") return ofBoth(change, waitingOfComment);
  if (change.kind === "mention") return ofBoth(change, waitingOfMention);
  return change.kind === "report" ? ofBoth(change, waitingOfReport) : { before: [], after: [] };
}

function ofBoth<T>(
  { before, after }: { readonly before: T | null; readonly after: T | null },
  waiting: (record: T) => Waiting[],
): Readonly<Record<"before" | "after", Waiting[]>> {
  return { before: before === null ? [] : waiting(before), after: after === null ? [] : waiting(after) };
}

/** "Estafa" comes before what is only suspicious. */
const FRAUD_WEIGHT = 10;

export function waitingOfReport({ id, state, reason, receivedAt, createdAt }: Report): Waiting[] {
  const weight = reason === "estafa" ? FRAUD_WEIGHT : 1;
  return state === "received" ? [urgentOne(`report ${id}`, weight, receivedAt ?? createdAt)] : [];
}

function urgentOne(member: string, weight: number, since: Millis): Waiting {
  return { member, weight, since, newsAt: since, urgent: true };
}

export function waitingOfMention({ id, state, signals, createdAt, heldAt }: Mention): Waiting[] {
  return state === "held" ? [heldOne(`mention ${id}`, signals, heldAt ?? createdAt)] : [];
}

function heldOne(member: string, signals: readonly string[], since: Millis): Waiting {
  return { member, weight: weightOf(signals), since, newsAt: since, urgent: tellsOfFraud(signals) };
}

export function waitingOfComment(comment: Comment): Waiting[] {
  return waitingOne(`comment ${comment.id}`, comment);
}

/** Somebody may have been wronged: it comes before most of what is only suspicious. */
const APPEAL_WEIGHT = 8;

type Moderated = Pick<Comment, "signals" | "createdAt" | "appeal"> & { readonly state: string };

/** What is held waits, and so does what is appealed against, whatever its state: once, where it is both. */
function waitingOne(member: string, { state, signals, createdAt, appeal }: Moderated): Waiting[] {
  const held = state === "held" ? [{ weight: weightOf(signals), since: createdAt }] : [];
  const appealed = appeal?.decided === null ? [{ weight: APPEAL_WEIGHT, since: appeal.at }] : [];
  const reasons = [...held, ...appealed];
  const [heaviest] = reasons.toSorted((one, other) => other.weight - one.weight);
  if (heaviest === undefined) return [];
  const newsAt = Math.max(...reasons.map(({ since }) => since));
  const urgent = appealed.length > 0 || tellsOfFraud(signals);
  return [{ member, ...heaviest, newsAt, urgent }];
}
