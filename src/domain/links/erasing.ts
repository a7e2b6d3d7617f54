import { deleteComment } from "../comments/changing.ts";
import { dropOut } from "../favours/agreement.ts";
import { eraseJob } from "../favours/changing.ts";
import { eraseOffer } from "../favours/changing-offers.ts";
import { isAgreedUpon, recentDropOuts } from "../favours/drop-outs.ts";
import { eraseReward } from "../favours/joining.ts";
import { unsubscribe } from "../favours/digests.ts";
import { isLiveJoined } from "../favours/joined-states.ts";
import { afterFailure } from "../feedback/failing-runs.ts";
import { err, fail } from "../kernel/errors.ts";
import { DROP_OUTS_COUNT_DAYS, REMEMBER_DAYS } from "../kernel/limits.ts";
import {
  ERASING_KEPT_DAYS,
  ERASING_RETRY_FIRST_MINUTES,
  ERASING_RETRY_LAST_HOURS,
  MY_DATA_LINK_TTL_HOURS,
} from "../kernel/own-data-limits.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../kernel/time.ts";
import type { Address } from "../records/address.ts";
import { newAddress } from "../records/changes.ts";
import type { ContactMessage } from "../records/contact-message.ts";
import { alreadyDone, type Change, type Context, type Decided, decided } from "../records/decision.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { MyData } from "../records/my-data.ts";
import type { Notice } from "../records/notice.ts";
import type { Report } from "../records/report.ts";
import type { Found } from "./linked.ts";
import type { Thing } from "./lost.ts";

/** Its owner has everything erased: from here on it is done thing by thing, by whoever comes first. Never fails. */
export function askToErase(data: MyData, { now }: Context): Decided<"erased"> {
  if (data.erasedAt !== null) return alreadyDone(data.id, "erased");
  const after = { ...data, version: data.version + 1, erasedAt: now };
  return decided(data.id, "erased", {
    changes: [{ kind: "myData", before: data, after, forgetAt: keptUntil(after, now) }],
  });
}

/** Whoever asked may look for a while at what came of it; a request that is not through is kept for as long as it is tried. */
function keptUntil({ createdAt, erasedAt, doneAt }: MyData, now: Millis): Millis {
  if (erasedAt !== null && doneAt === null) return erasedAt + ERASING_KEPT_DAYS * DAY;
  return Math.max(createdAt + MY_DATA_LINK_TTL_HOURS * HOUR, now + HOUR);
}

/**
 * Erasing stopped before it was through. It is tried again later and later, so that one that keeps failing takes no turn of the others, and
 * the owner is told as of any other run that fails: they have `ERASING_KEPT_DAYS` to see to it.
 */
export function erasingFailed(
  data: MyData,
  { what, owner }: { readonly what: string; readonly owner: string },
  { now }: Context,
): Decided<"erased"> {
  if (data.erasedAt === null || data.doneAt !== null) return alreadyDone(data.id, "erased");
  const wait = ERASING_RETRY_FIRST_MINUTES * MINUTE * 2 ** data.failures;
  const failures = data.failures + 1;
  const tryAt = now + Math.min(wait, ERASING_RETRY_LAST_HOURS * HOUR);
  const after: MyData = { ...data, version: data.version + 1, failures, tryAt };
  const before = { version: data.version, times: data.failures, since: data.erasedAt, what };
  return decided(data.id, "erased", {
    changes: [{ kind: "myData", before: data, after, forgetAt: keptUntil(after, now) }],
    mails: afterFailure(before, { run: "erase", what: `${what}, myData:${data.id}`, owner }, now).mails,
  });
}

/**
 * Erases one thing by the rule that its own link would ask. An agreement under way ends first, as its rule says, with the other side told;
 * a joined reward of one stays until that ends (`rewardAgreed`). What nobody confirmed is forgotten. The letters to whoever erases are left out:
 * one receipt tells it all.
 */
export function eraseThing(
  found: Found<Thing["kind"]>,
  { email }: MyData,
  context: Context,
): Decided<string> {
  const erased = erasedBy(found, context);
  if (!erased.ok) return erased;
  const { decision } = erased.value;
  const mails = decision.mails.filter(({ to }) => to.toLowerCase() !== email.toLowerCase());
  return { ...erased, value: { ...erased.value, decision: { ...decision, mails } } };
}

function erasedBy(found: Found<Thing["kind"]>, context: Context): Decided<string> {
  switch (found.kind) {
    case "job":
      if (found.job.state === "unconfirmed")
        return forgotten({ kind: "job", before: found.job, after: null }, found.job.id);
      return eraseJob(found, context);
    case "offer": {
      const { offer, job } = found;
      if (offer.state === "unconfirmed")
        return forgotten({ kind: "offer", before: offer, after: null }, offer.id);
      const isCountedOn = job.state === "assigned" && job.assignedOffer === offer.id;
      return isCountedOn
        ? dropOut({ ...found, by: "helper", offerId: offer.id, reason: ERASED_REASON }, context)
        : eraseOffer(found, context);
    }
    case "reward":
      if (found.reward.state === "unconfirmed")
        return forgotten({ kind: "reward", before: found.reward, after: null }, found.reward.id);
      return eraseReward(found, context);
    case "comment":
      if (found.comment.state === "unconfirmed")
        return forgotten({ kind: "comment", before: found.comment, after: null }, found.comment.id);
      return deleteComment({ ...found, by: "link" }, context);
    case "digest":
      if (found.digest.state === "unconfirmed")
        return forgotten({ kind: "digest", before: found.digest, after: null }, found.digest.id);
      return unsubscribe(found, context);
  }
}

/** What the other side of an agreement reads. */
const ERASED_REASON = "Ha borrado todos sus datos de Makethejobs.";

function forgotten(change: Change, id: string): Decided<string> {
  return decided(id, "erased", { changes: [change] });
}

/** What is left once every thing has been seen to. */
interface Rest {
  readonly data: MyData;
  readonly address: Address | null;
  readonly messages: readonly ContactMessage[];
  readonly notices: readonly Notice[];
  readonly reports: readonly Report[];
  /** Waiting letters to the address. */
  readonly letters: readonly string[];
  /** Things that were erased, and that stay because of an agreement. */
  readonly kept: number;
}

/** The last step: messages, reports and waiting letters go, cookies are worth nothing, and the receipt leaves. Never fails. */
export function finishErasing(rest: Rest, { now }: Context): Decided<"erased"> {
  const { data, messages, notices, reports, letters, kept } = rest;
  if (data.erasedAt === null) return err(fail("conflict"));
  if (data.doneAt !== null) return alreadyDone(data.id, "erased");
  const after: MyData = { ...data, version: data.version + 1, email: "", doneAt: now };
  const receipt: MailEvent = {
    id: mailId("dataErased", data),
    name: "dataErased",
    to: data.email,
    data: { kept },
  };
  return decided(data.id, "erased", {
    changes: [
      { kind: "myData", before: data, after, forgetAt: keptUntil(after, now) },
      addressErased(rest, now),
      ...messages.map((message): Change => ({ kind: "contact", before: message, after: null })),
      ...notices.map((notice): Change => ({ kind: "notice", before: notice, after: null })),
      ...reports.map(reportErased),
    ],
    drops: letters,
    mails: [receipt],
  });
}

/**
 * A report that a moderator has yet to look at goes on counting, with its reason alone and the keyed hash of its mailbox, by which it counts
 * once: whoever warned of a fraud must not make it public again by erasing what is theirs. Every other one is forgotten.
 */
function reportErased(report: Report): Change {
  if (report.state !== "received") return { kind: "report", before: report, after: null };
  const after: Report = { ...report, version: report.version + 1, email: "", address: "", text: null };
  return { kind: "report", before: report, after };
}

/**
 * What outlives erasing, under the keyed hash of the address alone: the number that makes every cookie of before worthless, for as long as one
 * could live; agreements that were broken, for as long as they count; and until when it is blocked.
 */
function addressErased({ data, address }: Rest, now: Millis): Change {
  const known = address ?? newAddress(data.address, now);
  const after: Address = {
    ...known,
    version: (address?.version ?? 0) + 1,
    approvedComments: 0,
    cookieNumber: known.cookieNumber + 1,
    dropOuts: recentDropOuts(address, now),
    trustedUntil: null,
  };
  const remembered = now + Math.max(REMEMBER_DAYS, DROP_OUTS_COUNT_DAYS) * DAY;
  const forgetAt = Math.max(remembered, known.blockedUntil ?? 0);
  return { kind: "address", before: address, after, forgetAt };
}

/** Agreements that erasing everything ends. */
export function isUnderWay(thing: Thing): boolean {
  if (thing.kind === "job") return isAgreedUpon(thing.job);
  return thing.kind === "offer" && isAgreedUpon(thing.job) && thing.job.assignedOffer === thing.offer.id;
}

/** A reward that a helper counts on is not taken back by erasing (`eraseReward`). */
export function staysWithAgreement(thing: Thing): boolean {
  return thing.kind === "reward" && isLiveJoined(thing.reward) && thing.job.assignedOffer !== null;
}
