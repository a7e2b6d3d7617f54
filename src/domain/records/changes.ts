import type { Address } from "./address.ts";
import type { Comment } from "./comment.ts";
import type { Change } from "./decision.ts";
import type { Job } from "./job.ts";
import type { Offer } from "./offer.ts";
import type { Reward } from "./reward.ts";
import type { Edits } from "../kernel/shapes.ts";
import type { Millis } from "../kernel/time.ts";

/** What a record shall be after a change, apart from its version, which goes up by one. */
type Patch<T> = Partial<Omit<T, "id" | "version">>;

export function jobChange(job: Job, patch: Patch<Job>): { change: Change; job: Job } {
  const after = withEdits(job, { ...job, ...patch, version: job.version + 1 }, jobFields);
  return { change: { kind: "job", before: job, after }, job: after };
}

/** `forgetAt` is for an offer that ends: its contact data is not kept for ever. */
export function offerChange(
  offer: Offer,
  patch: Patch<Offer>,
  forgetAt?: Millis,
): { change: Change; offer: Offer } {
  const after = withEdits(offer, { ...offer, ...patch, version: offer.version + 1 }, offerFields);
  const ending = forgetAt === undefined ? {} : { forgetAt };
  return { change: { kind: "offer", before: offer, after, ...ending }, offer: after };
}

export function commentChange(comment: Comment, patch: Patch<Comment>): { change: Change; comment: Comment } {
  const after = withEdits(comment, { ...comment, ...patch, version: comment.version + 1 }, commentFields);
  return { change: { kind: "comment", before: comment, after }, comment: after };
}

/** One more comment of an address was let through by a moderator; null if the address is not remembered yet. */
export function addressApproved(id: string, address: Address | null, now: Millis): Change {
  if (address === null) return { kind: "address", before: null, after: newAddress(id, now, 1) };
  const after = { ...address, version: address.version + 1, approvedComments: address.approvedComments + 1 };
  return { kind: "address", before: address, after };
}

/** An address that has just been confirmed. */
export function newAddress(id: string, now: Millis, approvedComments = 0): Address {
  return { id, version: 1, confirmedAt: now, approvedComments, cookieNumber: 0 };
}

type FieldsOf<T> = (record: T) => Readonly<Record<string, unknown>>;

const jobFields: FieldsOf<Job> = ({
  title,
  description,
  category,
  place,
  town,
  deadline,
  reward,
  poster,
}) => ({
  title,
  description,
  category,
  place,
  town,
  deadline,
  ...rewardFields(reward),
  name: poster.name,
  phone: poster.phone,
});

const offerFields: FieldsOf<Offer> = ({ message, reward, helper }) => ({
  message,
  ...rewardFields(reward),
  name: helper.name,
  phone: helper.phone,
});

const commentFields: FieldsOf<Comment> = ({ text, writer }) => ({ text, name: writer.name });

function rewardFields(reward: Reward | null) {
  return {
    rewardKind: reward?.kind ?? null,
    rewardAmount: reward?.amountCents ?? null,
    rewardText: reward?.text ?? null,
  };
}

/** Remembers in which version each field of its form got its present value. */
function withEdits<T extends { readonly version: number; readonly edits?: Edits }>(
  before: T,
  after: T,
  fieldsOf: FieldsOf<T>,
): T {
  const was = fieldsOf(before);
  const changed = Object.entries(fieldsOf(after)).filter(([field, value]) => value !== was[field]);
  if (changed.length === 0) return after;
  const edits = Object.fromEntries(changed.map(([field]) => [field, after.version]));
  return { ...after, edits: { ...before.edits, ...edits } };
}
