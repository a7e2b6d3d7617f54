import type { Millis } from "../domain/kernel/time.ts";
import type { Reward } from "../domain/records/reward.ts";
import type { Linked } from "../domain/links/linked.ts";
import type { Person } from "../domain/people/person.ts";
import type { Side } from "../domain/records/asked-question.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { Thing } from "../domain/links/lost.ts";
import type { Address } from "../domain/records/address.ts";
import type { Suppression } from "../domain/people/suppression.ts";
import type { ContactMessage } from "../domain/records/contact-message.ts";
import type { Digest } from "../domain/records/digest.ts";
import type { Job } from "../domain/records/job.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";
import type { MyData } from "../domain/records/my-data.ts";
import type { Notice } from "../domain/records/notice.ts";
import type { Report } from "../domain/records/report.ts";
import { isDeclineUntold } from "../domain/favours/undoing.ts";
import type { Offer, OfferState } from "../domain/records/offer.ts";
import { maskContactData } from "../language/contact-data.ts";
import { ownAppeal, ownDeed, ownThanks, when } from "./own-deeds.ts";
import { commentPath, jobPath } from "./public-view.ts";

/** Everything that is kept under one address, as it was read. */
export interface KeptData {
  readonly data: MyData;
  readonly address: Address | null;
  readonly things: readonly Thing[];
  /** The offers to its favours, in which what it asked their helpers stands. */
  readonly offersTo: readonly Offer[];
  /** Favours that they did. */
  readonly deeds: readonly Job[];
  /** Conversations that they are told of, or were. */
  readonly notices: readonly Notice[];
  readonly messages: readonly ContactMessage[];
  readonly reports: readonly Report[];
  readonly decisions: readonly LogEntry[];
  /** What is kept of the mailbox that the address leads to: the same where it has no tag. */
  readonly mailbox: Address | null;
  /** Why no letter leaves for it; null: they do. */
  readonly silenced: Suppression["why"] | null;
  readonly letters: readonly MailEvent[];
  /** There is more than was read. */
  readonly more: boolean;
  readonly now: Millis;
}

/** The same for its owner to take away. Nobody else's words, names or contacts are in it. */
export type OwnData = ReturnType<typeof ownData>;

export function ownData(kept: KeptData, articles: { find(slug: string): { readonly title: string } | null }) {
  const { data, address, mailbox, things, deeds, notices, messages, reports, decisions, letters, now } = kept;
  return {
    email: data.email,
    exportedFor: when(data.createdAt),
    complete: !kept.more,
    favours: things.flatMap((thing) => (thing.kind === "job" ? [ownJob(thing.job, kept.offersTo)] : [])),
    offers: things.flatMap((thing) => (thing.kind === "offer" ? [ownOffer(thing, now)] : [])),
    joinedRewards: things.flatMap((thing) => (thing.kind === "reward" ? [ownReward(thing)] : [])),
    comments: things.flatMap((thing) =>
      thing.kind === "comment" ? [ownComment(thing.comment, articles.find(thing.comment.article))] : [],
    ),
    favoursDone: deeds.map(ownDeed),
    alerts: things.flatMap((thing) => (thing.kind === "digest" ? [ownAlert(thing.digest)] : [])),
    notices: notices.map(({ id, article, root, state, choice, dueAt, saidAt }) => ({
      id,
      conversation: commentPath({ id: root, article }),
      state,
      notify: choice,
      nextLetterAt: when(dueAt),
      changedAt: when(saidAt),
    })),
    messages: messages.map(({ id, name, email, subject, message, createdAt }) => ({
      id,
      name,
      email,
      subject,
      message,
      createdAt: when(createdAt),
    })),
    reports: reports.map(({ id, about, state, reason, text, email, createdAt, receivedAt, decidedAt }) => ({
      id,
      about: about.kind,
      state,
      reason,
      text,
      email,
      createdAt: when(createdAt),
      receivedAt: when(receivedAt),
      decidedAt: when(decidedAt),
    })),
    decisions: decisions.map(({ id, kind, thing, action, reason, at }) => ({
      id,
      about: kind,
      of: thing,
      action,
      reason,
      at: when(at),
    })),
    letters: letters.filter(({ name }) => name !== "myData").map(({ name, to }) => ({ about: name, to })),
    address: address && {
      confirmedAt: when(address.confirmedAt),
      approvedComments: address.approvedComments,
      browsersForgotten: address.cookieNumber,
      brokenAgreements: (address.dropOuts ?? []).map(({ at }) => when(at)),
      trustedUntil: when(address.trustedUntil),
    },
    blockedUntil: when(mailbox?.blockedUntil ?? null),
    noLettersBecause: kept.silenced,
  };
}

function ownJob(job: Job, offersTo: readonly Offer[]) {
  const { id, state, title, description, category, place, town, deadline, reward, agreed, reason } = job;
  return {
    id,
    url: jobPath(job),
    state,
    title,
    description,
    category,
    place,
    town,
    deadline,
    reward: ownWorth(reward),
    ...signedBy(job.poster),
    questions: offersTo
      .filter(({ jobId }) => jobId === job.id)
      .flatMap((offer) => ownQuestions(offer, "poster").map((said) => ({ offer: offer.id, ...said }))),
    agreedDay: agreed && { date: agreed.date, time: agreed.time },
    standing: job.standing,
    thanks: ownThanks(job, "poster"),
    reason,
    appeal: ownAppeal(job.appeal),
    createdAt: when(job.createdAt),
    publishedAt: when(job.publishedAt),
    expiresAt: when(job.expiresAt),
    closedAt: when(job.closedAt),
  };
}

function ownOffer({ offer, job }: Linked<"offer">, now: Millis) {
  const { id, message, reward, helper, createdAt, sentAt, closedAt } = offer;
  return {
    id,
    favour: { title: maskContactData(job.title), url: jobPath(job) },
    state: toldState(offer, now),
    message,
    reward: reward && ownWorth(reward),
    ...signedBy(helper),
    standing: offer.standing,
    questions: ownQuestions(offer, "helper"),
    appeal: ownAppeal(offer.appeal),
    createdAt: when(createdAt),
    sentAt: when(sentAt),
    closedAt: toldState(offer, now) === offer.state ? when(closedAt) : null,
  };
}

function ownQuestions({ questions }: Offer, side: Side) {
  return questions
    .filter(({ by }) => by === side)
    .map(({ text, state, reason, appeal, createdAt }) => ({
      ...{ text, state, reason },
      appeal: ownAppeal(appeal),
      at: when(createdAt),
    }));
}

/** That an offer was declined is not told to its helper while it can be undone. */
export function toldState(offer: Offer, now: Millis): OfferState {
  return isDeclineUntold(offer, now) ? "sent" : offer.state;
}

function ownReward({ reward: joined, job }: Linked<"reward">) {
  const { id, state, reward, joiner, createdAt, closedAt, reason } = joined;
  return {
    id,
    favour: { title: maskContactData(job.title), url: jobPath(job) },
    state,
    reward: ownWorth(reward),
    ...signedBy(joiner),
    reason,
    appeal: ownAppeal(joined.appeal),
    createdAt: when(createdAt),
    closedAt: when(closedAt),
  };
}

function ownComment(comment: Comment, article: { readonly title: string } | null) {
  const { id, state, text, writer, notify, reason, createdAt, publishedAt, editedAt } = comment;
  return {
    id,
    article: { title: article?.title ?? comment.article, slug: comment.article },
    url: commentPath(comment),
    state,
    text,
    ...signedBy(writer),
    notify,
    reason,
    appeal: ownAppeal(comment.appeal),
    createdAt: when(createdAt),
    publishedAt: when(publishedAt),
    editedAt: when(editedAt),
  };
}

function ownAlert({ id, state, filter, frequency, email, createdAt, dueAt }: Digest) {
  return { id, state, filter, frequency, email, createdAt: when(createdAt), nextLetterAt: when(dueAt) };
}

function signedBy({ name, email, phone }: Person) {
  return { name, email, phone };
}

function ownWorth({ kind, amountCents, text }: Reward) {
  return { kind, amountCents, text };
}
