import { confirmCommentMail } from "../comments/writing.ts";
import { confirmJobMail } from "../favours/asking.ts";
import { jobFormValues } from "../favours/job-form.ts";
import { offerFormValues } from "../favours/offer-form.ts";
import { confirmOfferMail } from "../favours/offering.ts";
import { confirmRewardMail } from "../favours/joining.ts";
import { typedAmount } from "../favours/amount.ts";
import { rewardFields } from "../favours/reward-form.ts";
import { err, fail } from "../kernel/errors.ts";
import { RESENDS_PER_RECEIPT } from "../kernel/limits.ts";
import { typedValues } from "../kernel/form.ts";
import type { Millis } from "../kernel/time.ts";
import { type Change, type Context, type Decided, decided, NOTHING } from "../records/decision.ts";
import type { Link, ThingKind } from "../records/link.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Receipt } from "../records/receipt.ts";
import type { Found, Linked } from "./linked.ts";
import { recordOf, writerOf } from "./thing.ts";

/** A receipt with what it is for; each is null where it is not there any more. */
export interface Receipted {
  readonly receipt: Receipt | null;
  readonly thing: Found<ThingKind> | null;
  /** The link that confirms it. */
  readonly link: Link | null;
}

/** The same while it waits to be confirmed. */
interface Waiting {
  readonly receipt: Receipt;
  readonly thing: Found<ThingKind>;
  readonly link: Link;
}

/** What became of what a receipt is for. */
export function receiptState(
  receipt: Receipt | null,
  thing: Linked<ThingKind> | null,
  now: Millis,
): "waiting" | "confirmed" | "gone" {
  if (receipt === null || thing === null || now > receipt.expiresAt) return "gone";
  return recordOf(thing).state === "unconfirmed" ? "waiting" : "confirmed";
}

function waitingFor({ receipt, thing, link }: Receipted, now: Millis): Waiting | null {
  if (receipt === null || thing === null || link === null) return null;
  return receiptState(receipt, thing, now) === "waiting" ? { receipt, thing, link } : null;
}

/**
 * The confirm mail is asked for once more; after `RESENDS_PER_RECEIPT` times, and for a receipt that is worth nothing, none leaves. The
 * answer is the same each time. Never fails.
 */
export function resendConfirmation(found: Receipted, { now }: Context): Decided<"asked"> {
  const waiting = waitingFor(found, now);
  if (waiting === null || waiting.receipt.version > RESENDS_PER_RECEIPT) return decided("", "asked", NOTHING);
  const { receipt } = waiting;
  const after = { ...receipt, version: receipt.version + 1 };
  const mail = confirmMail(waiting);
  return decided("", "asked", {
    changes: [{ kind: "receipt", before: receipt, after, forgetAt: receipt.expiresAt }],
    mails: [{ ...mail, id: againId(mail.id, receipt.version), first: true }],
  });
}

/**
 * "No es esa": who sent it takes it back before anybody confirmed it, with its link. Errors: `receiptUnknown`; `alreadyConfirmed`: it is
 * now in the hands of who read the mail.
 */
export function discardWaiting(found: Receipted, { now }: Context): Decided<"discarded"> {
  const waiting = waitingFor(found, now);
  if (waiting === null) {
    const state = receiptState(found.receipt, found.thing, now);
    return err(fail(state === "confirmed" ? "alreadyConfirmed" : "receiptUnknown"));
  }
  const { receipt, thing, link } = waiting;
  return decided(receipt.object.id, "discarded", {
    changes: [
      forgotten(thing),
      { kind: "link", before: link, after: null },
      { kind: "receipt", before: receipt, after: null },
    ],
  });
}

/** The mails that may still wait to carry its link. */
export function mailsOf({ receipt, thing, link }: Receipted): string[] {
  if (receipt === null || thing === null || link === null) return [];
  const { id } = confirmMail({ receipt, thing, link });
  const again = Array.from({ length: receipt.version - 1 }, (_, at) => againId(id, at + 1));
  return [id, ...again];
}

/** What was sent, as the fields of its form. */
export function sentFields(thing: Found<ThingKind>): Record<string, string> {
  const { email } = writerOf(thing);
  switch (thing.kind) {
    case "job":
      return { ...jobFormValues(thing.job), email, consent: "on" };
    case "offer":
      return { ...offerFormValues(thing.offer), email, consent: "on" };
    case "reward": {
      const fields = rewardFields(thing.reward.reward);
      const values = typedValues({ ...fields, name: thing.reward.joiner.name, email });
      return { ...values, rewardAmount: typedAmount(fields.rewardAmount), consent: "on" };
    }
    case "comment": {
      const { article, parent, text, notify, writer } = thing.comment;
      return typedValues({ article, parent, text, name: writer.name, email, notify });
    }
  }
}

function forgotten(thing: Found<ThingKind>): Change {
  switch (thing.kind) {
    case "job":
      return { kind: "job", before: thing.job, after: null };
    case "offer":
      return { kind: "offer", before: thing.offer, after: null };
    case "reward":
      return { kind: "reward", before: thing.reward, after: null };
    case "comment":
      return { kind: "comment", before: thing.comment, after: null };
  }
}

function confirmMail({ receipt, thing, link: { expiresAt } }: Waiting): MailEvent {
  const link = { ref: receipt.link, expiresAt };
  switch (thing.kind) {
    case "job":
      return confirmJobMail(thing.job, link);
    case "offer":
      return confirmOfferMail(thing.offer, link);
    case "reward":
      return confirmRewardMail(thing.reward, link);
    case "comment":
      return confirmCommentMail(thing.comment, thing.article, link);
  }
}

function againId(id: string, time: number): string {
  const [name = "", about = "", version = ""] = id.split("/");
  return mailId(name, { id: about, version: Number(version) }, time);
}
