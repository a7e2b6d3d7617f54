import { commentChange } from "../comments/changes.ts";
import { commenterMail } from "../comments/mails.ts";
import { reportedMention } from "../comments/mentions.ts";
import { type ArticleOfThread, isPublicComment, takenBackTags } from "../comments/states.ts";
import { jobChange } from "../favours/changes.ts";
import { visibility, jobTags } from "../favours/job-states.ts";
import { posterMail } from "../favours/mails.ts";
import { changedThanks, withThanks } from "../favours/thanks.ts";
import { thanksHeldMail } from "../favours/thanks-mails.ts";
import { err } from "../kernel/errors.ts";
import { REPORTERS_TO_HOLD, REPORT_TTL_DAYS, UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { DAY, HOUR, type Millis } from "../kernel/time.ts";
import { mailboxOf } from "../people/mailbox.ts";
import type { Comment } from "../records/comment.ts";
import {
  alreadyDone,
  type CacheTag,
  type Change,
  type Context,
  type Decided,
  decided,
} from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Mention } from "../records/mention.ts";
import { confirmLink } from "../records/new-links.ts";
import type { Report, Reported, ReportState } from "../records/report.ts";
import type { ThankYou } from "../records/thank-you.ts";
import type { ReportDraft } from "./report-form.ts";
import { aboutOf, isErased, isSeen, notFound, onlyReader, type Target, unchanged } from "./target.ts";

interface ReportRequest {
  readonly draft: ReportDraft;
  /** Null: there is no such thing. */
  readonly target: Target | null;
  /** Keyed hashes of the reporter's address and mailbox. */
  readonly address: string;
  readonly mailbox: string;
}

/**
 * Somebody tells of a problem: it counts once the link in the mail confirms it, and the mail is the receipt. An offer is only known to its
 * favour's poster, and a message to who got it: from any other address the answer is the same and no mail leaves. Errors: the thing's `…NotFound`, also where it isn't public.
 */
export function sendReport(
  { draft, target, address, mailbox }: ReportRequest,
  { newId, now }: Context,
): Decided<ReportState> {
  if (target === null || !isSeen(target)) return err(notFound(draft.kind));
  const report: Report = {
    id: newId(),
    version: 1,
    state: "unconfirmed",
    about: aboutOf(target),
    reason: draft.reason,
    text: draft.text,
    quote: quoteOf(target),
    email: draft.email,
    address,
    mailbox,
    createdAt: now,
    receivedAt: null,
    decidedAt: null,
  };
  const link = confirmLink({ kind: "report", id: report.id, address }, newId, now);
  const reader = onlyReader(target);
  const isStranger = reader !== null && mailboxOf(reader.email) !== mailboxOf(draft.email);
  const mail: MailEvent = {
    id: mailId("confirmReport", report),
    name: "confirmReport",
    to: report.email,
    data: { link: link.ref, kind: draft.kind },
    goodUntil: link.expiresAt,
  };
  return decided(report.id, "unconfirmed", {
    changes: [
      { kind: "report", before: null, after: report, forgetAt: now + UNCONFIRMED_TTL_HOURS * HOUR },
      link.change,
    ],
    mails: isStranger ? [] : [mail],
  });
}

/** What its writer may erase before anybody decides. */
function quoteOf(target: Target): Report["quote"] {
  const said = target.kind === "question" ? target.question : target.kind === "thanks" ? target.thanks : null;
  return said && { by: said.by, text: said.text };
}

/** A report with what it is about; null: that is gone. */
export interface FoundReport {
  readonly report: Report;
  readonly target: Target | null;
  readonly reported: Reported | null;
}

/**
 * The reporter's confirming POST: a moderator will look at it. The third mailbox holds a public favour or comment that no moderator has
 * cleared, and a mention whose reports no moderator has dismissed. Errors: the thing's `…NotFound` where it was erased meanwhile.
 */
export function confirmReport(
  { report, target, reported }: FoundReport,
  context: Context,
): Decided<ReportState> {
  const { now } = context;
  if (report.state !== "unconfirmed") return alreadyDone(report.id, report.state);
  if (target === null || isErased(target)) return err(notFound(report.about.kind));
  const received: Report = { ...report, version: report.version + 1, state: "received", receivedAt: now };
  const open = [...(reported?.open ?? []), { id: report.id, mailbox: report.mailbox }];
  const mailboxes = new Set(open.map(({ mailbox }) => mailbox)).size;
  const held =
    mailboxes >= REPORTERS_TO_HOLD && reported?.cleared !== true ? hold(target, context.now) : NOT_HELD;
  return decided(report.id, "received", {
    // Whoever erases it at the same moment comes first or second, never both at once.
    guards: held.changes.length > 0 ? [] : unchanged(target),
    changes: [
      { kind: "report", before: report, after: received },
      reportedChange(report.about.id, reported, { open, cleared: reported?.cleared ?? false }),
      ...held.changes,
    ],
    mails: held.mails,
    purge: held.purge,
  });
}

interface Held {
  readonly changes: readonly Change[];
  readonly mails: readonly MailEvent[];
  readonly purge: readonly CacheTag[];
}
const NOT_HELD: Held = { changes: [], mails: [], purge: [] };

function hold(target: Target, now: Millis): Held {
  if (target.kind === "job") return holdJob(target.job);
  if (target.kind === "thanks") return holdThanks(target.thanks, target.job);
  if (target.kind === "comment") return holdComment(target.comment, target.article);
  return target.kind === "mention" ? holdMention(target.mention, now) : NOT_HELD;
}

function holdJob(job: Job): Held {
  if (job.cleared || visibility(job) !== "public") return NOT_HELD;
  const patch = { state: "held", stateBefore: job.state, signals: withReports(job.signals) } as const;
  const held = jobChange(job, patch);
  return {
    changes: [held.change],
    mails: [posterMail("jobHeld", held.job, { why: "reports" })],
    purge: jobTags(job),
  };
}

function holdComment(comment: Comment, article: ArticleOfThread): Held {
  if (comment.cleared || !isPublicComment(comment)) return NOT_HELD;
  const held = commentChange(comment, { state: "held", signals: withReports(comment.signals) });
  return {
    changes: [held.change],
    mails: [commenterMail(held.comment, article, { why: "reports" })],
    purge: takenBackTags(comment),
  };
}

/** Nobody signed it with an address: there is nobody to tell. Its own approval is no second look, as every mention has one. */
function holdMention(mention: Mention, now: Millis): Held {
  const held = reportedMention(mention, withReports(mention.signals), now);
  return held === null ? NOT_HELD : { ...held, mails: [] };
}

function holdThanks(thanks: ThankYou, job: Job): Held {
  if (thanks.cleared || thanks.state !== "published") return NOT_HELD;
  const held = changedThanks(thanks, { state: "held", signals: withReports(thanks.signals) });
  return {
    changes: [withThanks(job, held)],
    mails: [thanksHeldMail({ thanks: held, job })].filter(({ to }) => to !== ""),
    purge: jobTags(job),
  };
}

function withReports(signals: readonly string[]): string[] {
  return [...signals.filter((signal) => signal !== "reports"), "reports"];
}

/** What a moderator thought of the open reports about one thing: each reporter is told. */
export function closeReports(
  open: readonly Report[],
  reported: Reported,
  { state, cleared }: { readonly state: "upheld" | "dismissed"; readonly cleared: boolean },
  now: Millis,
): { readonly changes: readonly Change[]; readonly mails: readonly MailEvent[] } {
  const closed = new Set(open.map(({ id }) => id));
  const left = reported.open.filter(({ id }) => !closed.has(id));
  return {
    changes: [
      ...open.map((report): Change => {
        const after = { ...report, version: report.version + 1, state, decidedAt: now };
        return { kind: "report", before: report, after, forgetAt: now + REPORT_TTL_DAYS * DAY };
      }),
      reportedChange(reported.id, reported, { open: left, cleared: reported.cleared || cleared }),
    ],
    mails: open.map((report): MailEvent => {
      const about = { id: report.id, version: report.version + 1 };
      const data = { kind: report.about.kind, state };
      return { id: mailId("reportDecided", about), name: "reportDecided", to: report.email, data };
    }),
  };
}

function reportedChange(id: string, before: Reported | null, to: Pick<Reported, "open" | "cleared">): Change {
  return { kind: "reported", before, after: { ...to, id, version: (before?.version ?? 0) + 1 } };
}
