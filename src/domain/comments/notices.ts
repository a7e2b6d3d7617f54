import * as z from "zod/mini";
import { DIGEST_TIME, NOTICE_GATHERS_MINUTES, NOTICES_PER_LETTER } from "../kernel/digest-limits.ts";
import { err, fail } from "../kernel/errors.ts";
import { choice } from "../kernel/fields.ts";
import { MANAGE_LINK_TTL_DAYS } from "../kernel/limits.ts";
import { addDays, DAY, madridDay, madridInstant, MINUTE, type Millis } from "../kernel/time.ts";
import { allows, type Transition } from "../kernel/transitions.ts";
import type { Comment } from "../records/comment.ts";
import { alreadyDone, type Change, type Context, decided, type Decided } from "../records/decision.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { subscriptionLink } from "../records/new-links.ts";
import { HEARD_CHOICES, type HeardChoice, type Notice, type NoticeState } from "../records/notice.ts";
import type { MailArticle } from "./mails.ts";

export type NoticeAction = "change" | "unsubscribe";

/** The life of notices of one conversation, as far as a letter's link has a say in it. A later comment can ask for them anew. */
export const NOTICE_TRANSITIONS: readonly Transition<NoticeState, NoticeAction>[] = [
  { from: "on", to: "on", action: "change", by: "subscriber" },
  { from: "on", to: "off", action: "unsubscribe", by: "subscriber" },
];

/** Of which answers, and how soon: what the link of a letter can change. */
export const NOTICE_FORM = z.object({ notify: choice(HEARD_CHOICES, "notifyMissing", "notifyUnknown") });

/** Somebody who takes part in a conversation and asked to be told of answers. */
export interface Watcher {
  /** The newest of their comments that asks for it. */
  readonly comment: Comment;
  readonly choice: HeardChoice;
}

/** Who asked to be told, each once, from the comments of a conversation that ask for it. */
export function watchersOf(comments: readonly Comment[]): Watcher[] {
  const byAddress = new Map<string, Watcher>();
  for (const comment of comments.toSorted((one, other) => one.createdAt - other.createdAt)) {
    const { notify, state, writer } = comment;
    if (notify === "none" || state !== "approved") continue;
    byAddress.set(writer.address, { comment, choice: notify });
  }
  return [...byAddress.values()];
}

/** What they want now: what their comment says, unless a letter's link said something else since. Null: nothing. */
function wanted({ comment, choice }: Watcher, notice: Notice | null): HeardChoice | null {
  if (notice === null || notice.saidAt === null || comment.createdAt > notice.saidAt) return choice;
  return notice.state === "on" ? notice.choice : null;
}

/** What is kept of somebody in a conversation, and under which id it is or would be. */
export interface KeptNotice {
  readonly id: string;
  /** Null: they were not told of anything yet. */
  readonly before: Notice | null;
}

/** Whether who wrote a comment is told of answers because of it, once it is public. */
export function hearsOfAnswers(comment: Comment, notice: Notice | null): boolean {
  const { notify } = comment;
  return notify !== "none" && wanted({ comment, choice: notify }, notice) !== null;
}

/** Whether this answer is news for them: nobody is told of their own. */
function isNews(answer: Comment, choice: HeardChoice, address: string): boolean {
  const isOthers = answer.state === "approved" && answer.writer.address !== address;
  return isOthers && (choice !== "author" || answer.role === "author");
}

interface Answered {
  readonly id: string;
  readonly watcher: Watcher;
  readonly answer: Comment;
  /** What is kept of them in this conversation. */
  readonly before: Notice | null;
}

/** Something was answered: a letter is due, unless one is already. Never fails. */
export function noteAnswer(
  { id, watcher, answer, before }: Answered,
  { now }: Context,
): Decided<NoticeState> {
  const { comment } = watcher;
  const { address } = comment.writer;
  const choice = wanted(watcher, before);
  const answeredAt = answer.publishedAt ?? answer.createdAt;
  const since = Math.max(comment.publishedAt ?? comment.createdAt, before?.toldUntil ?? 0);
  const isTold = answeredAt <= since || (before !== null && before.dueAt !== null);
  if (choice === null || isTold || !isNews(answer, choice, address))
    return alreadyDone(id, before?.state ?? "on");
  const saidAt = before?.saidAt ?? null;
  const after: Notice = {
    ...(before ?? {
      id,
      article: comment.article,
      root: comment.root ?? comment.id,
      address,
      createdAt: now,
      toldUntil: since,
      link: null,
    }),
    version: (before?.version ?? 0) + 1,
    state: "on",
    choice,
    // A comment of later says anew what is wanted.
    saidAt: saidAt !== null && comment.createdAt > saidAt ? null : saidAt,
    toldUntil: since,
    dueAt: dueAfter(choice, answeredAt),
  };
  return decided(id, "on", { changes: [noticeChange(before, after, now)] });
}

/** What was said by a link is kept for as long as the comments that say otherwise; all else can be found out again. */
function noticeChange(before: Notice | null, after: Notice, now: Millis): Change {
  const forgetAt = now + MANAGE_LINK_TTL_DAYS * DAY;
  return { kind: "notice", before, after, ...(after.saidAt === null && { forgetAt }) };
}

/** Answers are gathered for a while, or until nine in Madrid. */
function dueAfter(choice: HeardChoice, answeredAt: Millis): Millis {
  if (choice !== "daily") return answeredAt + NOTICE_GATHERS_MINUTES * MINUTE;
  const day = madridDay(answeredAt);
  const at = madridInstant(day, DIGEST_TIME);
  return at > answeredAt ? at : madridInstant(addDays(day, 1), DIGEST_TIME);
}

interface DueNotice {
  readonly notice: Notice;
  /** Null: none of their comments asks for it any more. */
  readonly watcher: Watcher | null;
  /** What was published in the conversation since the last letter, and up to `until`, oldest first. */
  readonly answers: readonly Comment[];
  readonly until: Millis;
  readonly article: MailArticle;
  /** Nothing is mailed to the address at present. */
  readonly isSilenced: boolean;
}

/** Its time has come: one letter tells of all that was answered since the last. Two runs at once make one letter. Never fails. */
export function sendNotice(due: DueNotice, { newId, now }: Context): Decided<NoticeState> {
  const { notice, watcher, until, isSilenced } = due;
  const { id, state, dueAt, address, root } = notice;
  if (dueAt === null || dueAt > now) return alreadyDone(id, state);
  if (watcher === null) {
    return decided(id, "off", { changes: [{ kind: "notice", before: notice, after: null }] });
  }
  const choice = wanted(watcher, notice);
  const news = due.answers.filter((answer) => choice !== null && isNews(answer, choice, address));
  const moved: Notice = { ...notice, version: notice.version + 1, toldUntil: until, dueAt: null };
  if (news.length === 0 || isSilenced)
    return decided(id, state, { changes: [noticeChange(notice, moved, now)] });
  const link = subscriptionLink({ kind: "notice", id, address }, newId, now, notice.link);
  const after: Notice = { ...moved, link: { ...link.ref, expiresAt: link.expiresAt } };
  const { slug, title } = due.article;
  const ids = news.slice(-NOTICES_PER_LETTER).map((answer) => answer.id);
  const mail: MailEvent = {
    // Once for each time that it is due, whatever its record's version is.
    id: mailId("answers", { id, version: dueAt }),
    name: "answers",
    to: watcher.comment.writer.email,
    data: { link: link.ref, notice: id, article: { slug, title }, root, ids, answers: [] },
  };
  return decided(id, state, { changes: [noticeChange(notice, after, now), ...link.changes], mails: [mail] });
}

/** Another choice. Errors: `noticesOff`. */
export function changeNotice(
  { notice, notify }: { readonly notice: Notice; readonly notify: HeardChoice },
  { now }: Context,
): Decided<NoticeState> {
  const { id, state, version } = notice;
  if (!allows(NOTICE_TRANSITIONS, state, "change", "subscriber")) return err(fail("noticesOff"));
  if (notice.choice === notify) return alreadyDone(id, state);
  const after: Notice = { ...notice, version: version + 1, choice: notify, saidAt: now };
  return decided(id, "on", { changes: [noticeChange(notice, after, now)] });
}

/** By the comment's own link, before the first letter came or after: no more of its conversation until a later comment asks anew. Never fails. */
export function endNoticesOf(
  { comment, notice: { id, before } }: { readonly comment: Comment; readonly notice: KeptNotice },
  { now }: Pick<Context, "now">,
): Decided<NoticeState> {
  if (comment.notify === "none" || !hearsOfAnswers(comment, before)) return alreadyDone(id, "off");
  const { article, writer, notify } = comment;
  const ended: Notice = {
    ...(before ?? {
      ...{ id, article, root: comment.root ?? comment.id, address: writer.address, choice: notify },
      ...{ createdAt: now, toldUntil: now, link: null },
    }),
    ...{ version: (before?.version ?? 0) + 1, state: "off", saidAt: now, dueAt: null },
  };
  return decided(id, "off", { changes: [noticeChange(before, ended, now)] });
}

/** No more of this conversation; a letter that waits does not leave. Never fails. */
export function endNotices(
  { notice }: { readonly notice: Notice },
  { now }: Pick<Context, "now">,
): Decided<NoticeState> {
  const { id, state, version } = notice;
  if (state === "off") return alreadyDone(id, state);
  const after: Notice = { ...notice, version: version + 1, state: "off", saidAt: now, dueAt: null };
  return decided(id, "off", { changes: [noticeChange(notice, after, now)] });
}
