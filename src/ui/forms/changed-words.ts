import { CATEGORY_NAMES } from "../../copy/names.ts";
import { FIELD_LABELS } from "../../copy/field-messages.ts";
import { PLACE_NAMES } from "../../copy/places.ts";
import { formatDay, formatReward } from "../../copy/format.ts";
import type { Job } from "../../domain/records/job.ts";
import { commentFields } from "../../domain/comments/form.ts";
import { JOB_WORDS } from "../../domain/favours/job-form.ts";
import { OFFER_WORDS } from "../../domain/favours/offer-form.ts";
import { type KeptForm, fieldsOf, typedValues } from "../../domain/kernel/form.ts";
import type { Linked } from "../../domain/links/linked.ts";
import type { Offer } from "../../domain/records/offer.ts";
import { CHANGED_CODES, editedSince } from "../../domain/kernel/shown.ts";

/** One thing that changed while somebody read: what it is called, and what it says now (empty: nothing any more). */
export interface ChangedField {
  readonly label: string;
  readonly now: string;
}

/** What changed since the form that came back was shown; null if that is not why it came back. */
export function changedWords(
  kept: KeptForm | null,
  linked: Linked,
  offers: readonly Offer[],
): readonly ChangedField[] | null {
  const code = kept?.errors["form"];
  if (!kept || code === undefined || !CHANGED_CODES.includes(code)) return null;
  const { values } = kept;
  if (code === "jobChanged" && "job" in linked) {
    return jobFields(linked.job, Number(values["jobVersion"] ?? values["version"]));
  }
  if (code === "commentChanged" && linked.kind === "comment") {
    const { comment } = linked;
    return named(commentFields(comment), editedSince(comment.edits, Number(values["version"])));
  }
  if (linked.kind === "offer") return offerFields(linked.offer, linked.job, Number(values["version"]));
  const offer = offers.find(({ id }) => id === values["offer"]);
  return offer && linked.kind === "job" ? offerFields(offer, linked.job, Number(values["offerVersion"])) : [];
}

function jobFields(job: Job, shown: number): ChangedField[] {
  const now = {
    ...typedValues(fieldsOf(JOB_WORDS, job)),
    category: CATEGORY_NAMES[job.category],
    place: PLACE_NAMES[job.place],
    deadline: job.deadline === null ? "Cuando se pueda" : formatDay(job.deadline),
    rewardKind: formatReward(job.reward),
    name: job.poster.name,
  };
  return named(now, editedSince(job.edits, shown));
}

function offerFields(offer: Offer, job: Job, shown: number): ChangedField[] {
  const now = {
    ...typedValues(fieldsOf(OFFER_WORDS, offer)),
    rewardKind: formatReward(offer.reward ?? job.reward),
    name: offer.helper.name,
  };
  return named(now, editedSince(offer.edits, shown));
}

/** Kind, amount and words of a reward are one thing to who reads it. */
function named(now: Readonly<Record<string, string>>, changed: readonly string[]): ChangedField[] {
  const fields = new Set(changed.map((field) => (field.startsWith("reward") ? "rewardKind" : field)));
  return [...fields].flatMap((field) => {
    const value = now[field];
    return value === undefined ? [] : [{ label: FIELD_LABELS[field] ?? field, now: value }];
  });
}
