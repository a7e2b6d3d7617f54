import { deleteComment } from "../comments/changing.ts";
import { dropOut } from "../favours/agreement.ts";
import { eraseJob } from "../favours/changing.ts";
import { eraseOffer } from "../favours/changing-offers.ts";
import { isAgreedUpon, recentDropOuts } from "../favours/drop-outs.ts";
import { eraseReward } from "../favours/joining.ts";
import { isLiveJoined } from "../favours/joined-states.ts";
import { err, fail } from "../kernel/errors.ts";
import { DROP_OUTS_COUNT_DAYS, MY_DATA_LINK_TTL_HOURS, REMEMBER_DAYS } from "../kernel/limits.ts";
import { DAY, HOUR, type Millis } from "../kernel/time.ts";
import type { Address } from "../records/address.ts";
import { newAddress } from "../records/changes.ts";
import type { ContactMessage } from "../records/contact-message.ts";
import { alreadyDone, type Change, type Context, type Decided, decided } from "../records/decision.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { MyData } from "../records/my-data.ts";
import { dataLink } from "../records/new-links.ts";
import type { Thing } from "./lost.ts";
import type { Found } from "./row.ts";

/** How long a request is kept whose erasing is not through, in days: the sweeper needs minutes. */
const ERASING_KEPT_DAYS = 7;

/**
 * Somebody asks what is kept of them. What is decided is the same for every address: whether there is anything is looked up when the
 * letter leaves, behind the answer. Never fails.
 */
export function askForData(
  { email, address }: { readonly email: string; readonly address: string },
  { newId, now }: Context,
): Decided<"asked"> {
  const link = { id: newId(), version: 1 };
  return decided("", "asked", {
    changes: [],
    mails: [
      {
        id: mailId("myData", link),
        name: "myData",
        to: email,
        data: { address, link },
        // The link lives from when the letter leaves.
        goodUntil: now + MY_DATA_LINK_TTL_HOURS * HOUR,
        first: true,
      },
    ],
  });
}

/** The link that such a letter carries, and what it leads to; made once, when the letter leaves. */
export function openData(
  { to, data: { address, link } }: Extract<MailEvent, { name: "myData" }>,
  now: Millis,
): Change[] {
  const made = dataLink(link.id, address, now);
  const data: MyData = {
    id: link.id,
    version: 1,
    email: to,
    address,
    createdAt: now,
    erasedAt: null,
    doneAt: null,
  };
  return [made.change, { kind: "myData", before: null, after: data, forgetAt: made.expiresAt }];
}

/** Its owner has everything erased: from here on it is done thing by thing, by whoever comes first. Never fails. */
export function askToErase(data: MyData, { now }: Context): Decided<"erased"> {
  if (data.erasedAt !== null) return alreadyDone(data.id, "erased");
  const after = { ...data, version: data.version + 1, erasedAt: now };
  const forgetAt = now + ERASING_KEPT_DAYS * DAY;
  return decided(data.id, "erased", { changes: [{ kind: "myData", before: data, after, forgetAt }] });
}

/**
 * Erases one thing by the rule that its own link would ask. An agreement under way ends first, as its rule says, with the other side told;
 * a joined reward of one stays until that ends (`rewardAgreed`). What nobody confirmed is forgotten. The letters to whoever erases are left out:
 * one receipt tells it all.
 */
export function eraseThing(found: Found, { email }: MyData, context: Context): Decided<string> {
  const erased = erasedBy(found, context);
  if (!erased.ok) return erased;
  const { decision } = erased.value;
  const mails = decision.mails.filter(({ to }) => to.toLowerCase() !== email.toLowerCase());
  return { ...erased, value: { ...erased.value, decision: { ...decision, mails } } };
}

function erasedBy(found: Found, context: Context): Decided<string> {
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
      return deleteComment({ ...found, via: "link", hasReplies: false }, context);
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
  /** Waiting letters to the address. */
  readonly letters: readonly string[];
  /** Things that were erased, and that stay because of an agreement. */
  readonly kept: number;
}

/** The last step: messages and waiting letters go, cookies are worth nothing, and the receipt leaves. Never fails. */
export function finishErasing(rest: Rest, { now }: Context): Decided<"erased"> {
  const { data, messages, letters, kept } = rest;
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
      {
        kind: "myData",
        before: data,
        after,
        forgetAt: Math.max(data.createdAt + MY_DATA_LINK_TTL_HOURS * HOUR, now + HOUR),
      },
      addressErased(rest, now),
      ...messages.map((message): Change => ({ kind: "contact", before: message, after: null })),
    ],
    drops: letters,
    mails: [receipt],
  });
}

/**
 * What outlives erasing, under the keyed hash of the address alone: the number that makes every cookie of before worthless, for as long as one
 * could live, and agreements that were broken, for as long as they count.
 */
function addressErased({ data, address }: Rest, now: Millis): Change {
  const known = address ?? newAddress(data.address, now);
  const dropOuts = recentDropOuts(address, now);
  const after: Address = {
    ...known,
    version: (address?.version ?? 0) + 1,
    approvedComments: 0,
    cookieNumber: known.cookieNumber + 1,
    dropOuts,
  };
  const forgetAt = now + Math.max(REMEMBER_DAYS, DROP_OUTS_COUNT_DAYS) * DAY;
  return { kind: "address", before: address, after, forgetAt };
}

/** Agreements that erasing everything ends. */
export function isUnderWay(thing: Thing): boolean {
  if (thing.kind === "job") return isAgreedUpon(thing.record);
  return thing.kind === "offer" && isAgreedUpon(thing.job) && thing.job.assignedOffer === thing.record.id;
}

/** A reward that a helper counts on is not taken back by erasing (`eraseReward`). */
export function staysWithAgreement(thing: Thing): boolean {
  return thing.kind === "reward" && isLiveJoined(thing.record) && thing.job.assignedOffer !== null;
}
