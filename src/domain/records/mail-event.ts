import * as z from "zod/mini";
import { CONTACT_SUBJECTS } from "./contact-message.ts";
import { FREQUENCIES } from "./digest.ts";
import { RUNS } from "./failing-run.ts";
import { THING_KINDS } from "./link.ts";
import { Id, MaybeText, Text, Whole } from "../kernel/shapes.ts";
import { REPORT_KINDS } from "./report.ts";
import { Reward } from "./reward.ts";
import type { Millis } from "../kernel/time.ts";

/** Names the link whose token the renderer makes when the mail is sent; no token is ever stored. */
export const LinkRef = z.object({ id: Id, version: Whole });
export type LinkRef = z.infer<typeof LinkRef>;

const contact = z.object({ name: Text, email: Text, phone: MaybeText });
const job = z.object({ id: Id, title: Text });
const article = z.object({ slug: Text, title: Text });
/** An answer, as a notice tells of it. */
const NewAnswer = z.object({ id: Id, name: Text, text: Text });

/** A new favour, as a digest tells of it. */
const NewJob = z.object({
  id: Id,
  title: Text,
  place: Text,
  town: MaybeText,
  deadline: MaybeText,
  reward: Reward,
});
/** One of the things whose link was lost. */
const LostThing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("job"), link: LinkRef, job }),
  z.object({ kind: z.literal("offer"), link: LinkRef, job }),
  z.object({ kind: z.literal("reward"), link: LinkRef, job }),
  z.object({ kind: z.literal("comment"), link: LinkRef, createdAt: Whole }),
  z.object({ kind: z.literal("digest"), link: LinkRef, filter: Text }),
]);
export type LostThing = z.infer<typeof LostThing>;
const role = z.enum(["poster", "helper"]);
const frequency = z.enum(FREQUENCIES);
const signals = z.array(Text);
/** Whether an appeal is left; mails from before there were appeals don't say. */
const canAppeal = z.optional(z.boolean());
/** It is held because its mailbox is blocked, until then. */
const blockedUntil = z.optional(Whole);
const deadline = MaybeText;
/** What was agreed: `YYYY-MM-DD` and, if it was said, `HH:MM`. Mails from before it could be have none. */
const day = z.object({ date: Text, time: MaybeText });
/** What others joined with; `email` only for the helper, to whom it is promised. Mails from before it could be have none. */
const joined = z.array(z.object({ name: Text, email: MaybeText, reward: Reward }));

const agreement = () =>
  z.object({
    link: LinkRef,
    job,
    other: contact,
    reward: Reward,
    deadline,
    day: z.optional(z.nullable(day)),
    joined: z.optional(joined),
  });

/**
 * Every mail that can leave, by name, with exactly the data its text needs. What is committed is this, never a body: the
 * message and its links are made when it is sent. Each is a function, so that its schema is made when such a mail is read.
 */
export const MAIL_DATA = {
  /** To who asks: confirm this favour. Carries none of the visitor's text. */
  confirmJob: () => z.object({ link: LinkRef }),
  /** To who offers: confirm this offer. Carries none of the visitor's text. */
  confirmOffer: () => z.object({ link: LinkRef }),
  /** To who adds a reward: confirm it. Carries none of the visitor's text. */
  confirmReward: () => z.object({ link: LinkRef }),
  /** To who comments: confirm this comment. Carries none of the visitor's text. */
  confirmComment: () => z.object({ link: LinkRef, article }),

  /** To who appealed against what was decided: what came of it. `title`: of the favour or of the article. */
  appealDecided: () =>
    z.object({
      link: LinkRef,
      kind: z.enum(THING_KINDS),
      title: Text,
      decided: z.enum(["won", "lost"]),
      reason: MaybeText,
    }),

  /** To who reports something: the receipt, whose link makes it count. Carries none of the visitor's text. */
  confirmReport: () => z.object({ link: LinkRef, kind: z.enum(REPORT_KINDS) }),
  /** To who reported something: what a moderator decided. */
  reportDecided: () => z.object({ kind: z.enum(REPORT_KINDS), state: z.enum(["upheld", "dismissed"]) }),

  /** To who asks for an alert of new favours: confirm it. Carries none of the visitor's text. */
  confirmDigest: () => z.object({ link: LinkRef }),
  /** To the subscriber, once confirmed: the link to change or end it. `filter`: as the board's address has it. */
  digestOn: () => z.object({ link: LinkRef, frequency, filter: Text, dueAt: Whole }),
  /** To the subscriber: new favours. Which, is known from the start; what they say is looked up when the letter leaves. */
  digest: () =>
    z.object({ link: LinkRef, digest: Id, frequency, filter: Text, ids: z.array(Id), jobs: z.array(NewJob) }),

  /** To who asked to be told: answers in a conversation. Which, is known from the start; what they say is looked up when the letter leaves. */
  answers: () =>
    z.object({ link: LinkRef, notice: Id, article, root: Id, ids: z.array(Id), answers: z.array(NewAnswer) }),

  /** To the poster, once open: the manage link. */
  jobPublished: () => z.object({ link: LinkRef, job, expiresAt: Whole }),
  /** To the poster: a person will look at it first. With the manage link. */
  jobHeld: () =>
    z.object({ link: LinkRef, job, why: z.optional(z.enum(["dropOuts", "reports"])), blockedUntil }),
  /** To the poster, after a moderator let it through. */
  jobApproved: () => z.object({ link: LinkRef, job, expiresAt: Whole }),
  /** To the poster, after a moderator hid it. */
  jobHidden: () => z.object({ link: LinkRef, job, reason: Text, canAppeal }),
  /** To the poster: it ends soon. `renewable`: the link can renew it now; if not, its own deadline ends it. */
  jobEnding: () => z.object({ link: LinkRef, job, expiresAt: Whole, renewable: z.boolean() }),
  /** To the poster: it ran out; the link can renew it. */
  jobExpired: () => z.object({ link: LinkRef, job }),

  /** To the poster: somebody offers. */
  offerReceived: () =>
    z.object({
      link: LinkRef,
      job,
      helper: Text,
      message: Text,
      reward: z.nullable(Reward),
      /** Something about the message is suspicious: the poster is warned above it. */
      warned: z.optional(z.boolean()),
    }),
  /** To the helper: a person will read it before the poster does; with the helper's own link. */
  offerHeld: () => z.object({ link: LinkRef, job, blockedUntil }),
  /** To the helper, after a moderator refused it: it was not sent, and why. */
  offerRejected: () => z.object({ link: LinkRef, job, reason: Text }),
  /** To the helper: it has been sent; with the helper's own link. */
  offerSent: () => z.object({ link: LinkRef, job }),
  /** Both get each other's contact, what was agreed and safety advice; with a calendar entry of the agreed day, else of the `deadline` (the job's, `YYYY-MM-DD`). */
  contactForPoster: agreement,
  contactForHelper: agreement,
  /** To who asked for it, the day before what was agreed. */
  dayReminder: () => z.object({ link: LinkRef, job, role, day }),
  /** To the other helpers: somebody else was accepted; they are told if it opens again. */
  offerStandby: () => z.object({ link: LinkRef, job }),
  /** To standby helpers when it opens again. */
  offerInvitedAgain: () => z.object({ link: LinkRef, job }),
  /** To helpers with live offers after an edit: read it again and reconfirm. */
  offerOutdated: () => z.object({ link: LinkRef, job }),
  /** The honest last mail of an offer. */
  offerEnded: () =>
    z.object({
      job,
      why: z.enum([
        "declined",
        "withdrawn",
        "expired",
        "notChosen",
        "jobWithdrawn",
        "jobExpired",
        "jobHidden",
        "lapsed",
      ]),
    }),
  /** To the poster: an offer waits for an answer, until then. */
  offerReminder: () => z.object({ link: LinkRef, job, helper: Text, expiresAt: Whole }),
  /** To the poster: a helper withdrew a live offer. */
  offerWithdrawn: () => z.object({ link: LinkRef, job, helper: Text }),

  /** To the other side of an offer: what was asked or answered. `role`: whose letter it is. */
  questionAsked: () => z.object({ link: LinkRef, job, role, name: Text, text: Text }),
  /** To who asked it: a moderator did not let it through. */
  questionRejected: () => z.object({ link: LinkRef, job, reason: Text }),

  /** To whom a thank-you thanks, who says whether it may be public. */
  thanksWritten: () => z.object({ link: LinkRef, job, name: Text, text: Text }),
  /** To who wrote it: it is public. */
  thanksPublished: () => z.object({ link: LinkRef, job }),
  /** To who wrote it: a moderator did not let it through, or took it away. */
  thanksRejected: () => z.object({ link: LinkRef, job, reason: Text }),

  /** To the other side, when who posted or who was accepted drops out. */
  droppedOut: () => z.object({ link: LinkRef, job, by: z.enum(["poster", "helper"]), reason: Text }),
  /** To the poster: the helper says it is done; please confirm. */
  jobDelivered: () => z.object({ link: LinkRef, job, helper: Text }),
  /** To the helper: the poster says it is not done, with the reason. */
  jobDisputed: () => z.object({ link: LinkRef, job, reason: Text }),
  /** To the poster: the helper said so days ago; if nobody objects it counts as done by then. */
  deliveryReminder: () => z.object({ link: LinkRef, job, helper: Text, doneAt: Whole }),
  /** To both: done. `by`: because the poster said nothing. */
  jobDone: () => z.object({ link: LinkRef, job, role, by: z.optional(z.literal("sweeper")) }),
  /** To both: nobody said anything of what was agreed; it lapses then. */
  agreementWarned: () => z.object({ link: LinkRef, job, role, lapsesAt: Whole }),
  /** To the poster: it lapsed. The helper's last mail says so, too. */
  agreementLapsed: () => z.object({ link: LinkRef, job }),

  /** To who joined: it counts; with the link that takes it back. */
  rewardJoined: () => z.object({ link: LinkRef, job, reward: Reward }),
  /** To who joined: a person will look at it first. */
  rewardHeld: () => z.object({ link: LinkRef, job, reward: Reward, blockedUntil }),
  /** To the poster: somebody adds a reward. */
  rewardReceived: () => z.object({ link: LinkRef, job, name: Text, reward: Reward }),
  /** To who joined: a helper was accepted, who knows their address now. */
  rewardAgreed: () => z.object({ link: LinkRef, job, reward: Reward, helper: Text }),
  /** The honest last mail of a joined reward. `reason`: of the moderator who rejected it; `link`: with which they can appeal. */
  rewardEnded: () =>
    z.object({
      link: z.optional(LinkRef),
      job,
      reward: Reward,
      why: z.enum(["used", "revoked", "rejected", "heldTooLong", "jobWithdrawn", "jobExpired", "jobHidden"]),
      reason: MaybeText,
    }),

  /** To the poster of a favour that is done: the helper misses the reward. */
  rewardMissing: () => z.object({ link: LinkRef, job, helper: Text, reason: Text }),
  /** To both: how that ended. */
  missingDecided: () => z.object({ job, role, state: z.enum(["settled", "upheld"]) }),

  /** To the commenter: a person will read it first; with the status link. */
  commentHeld: () =>
    z.object({ link: LinkRef, article, why: z.optional(z.literal("reports")), blockedUntil }),
  /** To the commenter: it is public; with the link to edit or delete it. `root`: of its branch; mails from before it was kept have none. */
  commentApproved: () =>
    z.object({ link: LinkRef, article, commentId: Id, root: z.optional(z.nullable(Id)) }),
  /** To the commenter: the browser that wrote it has changed it, within the time it may. */
  commentEdited: () => z.object({ link: LinkRef, article }),
  /** To the commenter: it was not published, and why. */
  commentRejected: () => z.object({ link: LinkRef, article, reason: Text, canAppeal }),

  /** To whose mailbox a moderator blocked: until when everything of it is held. */
  mailboxBlocked: () => z.object({ blockedUntil: Whole }),

  /** To each moderator: a favour, an offer, a joined reward or a comment waits; the link opens a page with buttons. */
  moderateJob: () => z.object({ link: LinkRef, job, description: Text, name: Text, signals }),
  moderateMissing: () => z.object({ link: LinkRef, job, helper: Text, name: Text, reason: Text }),
  moderateOffer: () =>
    z.object({ link: LinkRef, job, message: Text, reward: z.nullable(Reward), name: Text, signals }),
  moderateReward: () => z.object({ link: LinkRef, job, reward: Reward, name: Text, signals }),
  moderateQuestion: () => z.object({ link: LinkRef, job, name: Text, text: Text, signals }),
  moderateThanks: () => z.object({ link: LinkRef, job, name: Text, text: Text, signals }),
  moderateComment: () => z.object({ link: LinkRef, article, text: Text, name: Text, signals }),
  /** Somebody appeals against what was decided about one of these. */
  moderateAppeal: () =>
    z.object({ link: LinkRef, kind: z.enum(THING_KINDS), title: Text, name: Text, text: Text }),

  /**
   * To who lost a link: those of everything alive under the `address` (its keyed hash). What there is, is looked up when the letter
   * leaves (`domain/links/lost.ts`); where there is nothing, none does.
   */
  lostLinks: () => z.object({ address: Text, things: z.array(LostThing) }),
  /** To a moderator who asked for it: the link that signs in. */
  signIn: () => z.object({ link: LinkRef }),

  /**
   * To who asked what is kept under their `address` (its keyed hash): the link to it. Whether there is anything is looked up when the
   * letter leaves; where there is nothing, none does.
   */
  myData: () => z.object({ address: Text, link: LinkRef }),
  /** To who had everything erased: the receipt. `kept`: rewards that are part of an agreement under way. */
  dataErased: () => z.object({ kept: Whole }),

  /** To the owner, with Reply-To the sender's parsed address. */
  contactMessage: () =>
    z.object({ name: Text, replyTo: Text, subject: z.enum(CONTACT_SUBJECTS), message: Text, signals }),
  /** To the sender; repeats none of their text. */
  contactReceipt: () => z.object({}),

  /** To the editors: what somebody wrote when voting whether an answer of the FAQ helped. Nobody's address is known. */
  questionFeedback: () =>
    z.object({
      question: z.object({ slug: Text, title: Text }),
      value: z.enum(["yes", "no"]),
      text: Text,
      signals,
    }),

  /** To the owner: what runs by the clock keeps failing. Nothing of any visitor. */
  runFailing: () => z.object({ run: z.enum(RUNS), times: Whole, since: Whole, what: Text }),
} as const;

export type MailName = keyof typeof MAIL_DATA;

/** Mails that anybody can have sent to anybody's address by typing it into a form. */
export const TO_UNCONFIRMED: ReadonlySet<MailName> = new Set<MailName>([
  "confirmJob",
  "confirmOffer",
  "confirmReward",
  "confirmComment",
  "confirmReport",
  "confirmDigest",
  "contactReceipt",
  "lostLinks",
  "myData",
]);

/** When and how a mail leaves. Mails that were stored before these fields existed have none of them. */
export interface MailTerms {
  /** It does not leave before. Absent: it may leave at once. */
  readonly dueAt?: Millis | undefined;
  /** When its link dies: what could not leave before is dropped, with its data. Absent: what can't leave becomes a dead letter. */
  readonly goodUntil?: Millis | undefined;
  /**
   * Mails of one group are told together: the newest takes the place of the one that waits, each name leaves once in
   * `GROUPED_MAILS_EVERY_MINUTES`, and the group `GROUPED_MAILS_A_DAY` times a day. All go to the same person.
   */
  readonly group?: string | undefined;
  /** Of a group, but never waits: it happens once, and makes what waits out of date. */
  readonly urgent?: true | undefined;
  /** Goes before others that wait for the same mailbox, because somebody asked for it again. */
  readonly first?: true | undefined;
  /** Hash of the visitor who typed the address of an unconfirmed mail; means nothing after 48 h. */
  readonly sender?: string | undefined;
}

/**
 * One mail to send. `id` is `<name>/<object id>/<version>` (with `/<n>` behind it for several receivers): the outbox key
 * and the mail service's idempotency key, so that the same event never sends twice.
 */
export type MailEvent = {
  [N in MailName]: MailTerms & {
    readonly id: string;
    readonly name: N;
    readonly to: string;
    readonly data: z.infer<ReturnType<(typeof MAIL_DATA)[N]>>;
  };
}[MailName];

/** The id of a mail about one version of one thing; `n` tells several receivers apart. */
export function mailId(name: string, about: { id: string; version: number }, n?: number): string {
  const id = `${name}/${about.id}/${String(about.version)}`;
  return n === undefined ? id : `${id}/${String(n)}`;
}

/** An event with how sending it went so far. */
export type ClaimedMail = MailEvent & {
  /** How often it was set out to be sent, this time included: 1 the first time. */
  readonly attempts: number;
  /** When it came into the outbox. */
  readonly firstAt: Millis;
};
