import { BLANK_JOB } from "../../../src/domain/favours/job-form.ts";
import type { Person } from "../../../src/domain/people/person.ts";
import type { Change, Decision } from "../../../src/domain/records/decision.ts";
import type { Digest } from "../../../src/domain/records/digest.ts";
import type { Comment } from "../../../src/domain/records/comment.ts";
import type { Job } from "../../../src/domain/records/job.ts";
import type { MailEvent } from "../../../src/domain/records/mail-event.ts";
import type { Mention } from "../../../src/domain/records/mention.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import { DAY, type Millis } from "../../../src/domain/kernel/time.ts";

/** A moment for tests that need one; lifetimes are spans, so it need not be today. */
export const NOW: Millis = Date.UTC(2026, 4, 4, 9, 30);

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** The id of the n-th thing of a test: ids of higher numbers sort behind. */
export function idOf(n: number): string {
  let rest = n;
  let id = "";
  for (let place = 0; place < 20; place += 1) {
    id = (LETTERS[rest % 32] ?? "a") + id;
    rest = Math.floor(rest / 32);
  }
  return id;
}

export function person(name = "Marta"): Person {
  return {
    name,
    email: `${name.toLowerCase()}@example.org`,
    phone: null,
    address: `hash-of-${name.toLowerCase()}`,
  };
}

export function job(fields: Partial<Job> = {}): Job {
  return {
    id: idOf(1),
    version: 1,
    revision: 1,
    joined: [],
    missingReward: null,
    mailbox: null,
    standing: false,
    doneBy: null,
    thanks: [],
    state: "open",
    stateBefore: null,
    ...BLANK_JOB,
    title: "Pasear a mi perra por las tardes",
    description: "Se llama Luna, es tranquila y le gusta el Retiro. Media hora al día.",
    category: "mascotas",
    place: "madrid",
    town: null,
    deadline: null,
    reward: { kind: "money", amountCents: 1500, text: null },
    poster: person(),
    createdAt: NOW - DAY,
    publishedAt: NOW - DAY,
    expiresAt: NOW + 29 * DAY,
    hasOffers: false,
    firstOfferAfter: null,
    assignedOffer: null,
    assignedAt: null,
    agreed: null,
    deliveredAt: null,
    closedAt: null,
    signals: [],
    cleared: false,
    reason: null,
    appeal: null,
    example: false,
    ...fields,
  };
}

export function offer(fields: Partial<Offer> = {}): Offer {
  return {
    id: idOf(1001),
    version: 1,
    jobId: idOf(1),
    jobRevision: 1,
    state: "sent",
    message: "Vivo al lado y me encantan los perros.",
    reward: null,
    standing: false,
    helper: person("Luis"),
    createdAt: NOW,
    sentAt: NOW,
    expiresAt: NOW + 14 * DAY,
    closedAt: null,
    signals: [],
    reason: null,
    appeal: null,
    questions: [],
    questionsClosed: [],
    sameSince: null,
    ...fields,
  };
}

export function comment(fields: Partial<Comment> = {}): Comment {
  return {
    id: idOf(2001),
    version: 1,
    article: "que-hace-un-community-manager",
    parent: null,
    root: null,
    state: "approved",
    text: "Me ha servido mucho, gracias.",
    writer: person("Ana"),
    role: null,
    notify: "none",
    createdAt: NOW,
    publishedAt: NOW,
    editedAt: null,
    signals: [],
    reason: null,
    appeal: null,
    example: false,
    cleared: false,
    ...fields,
  };
}

export function mention(fields: Partial<Mention> = {}): Mention {
  return {
    id: idOf(3001),
    version: 1,
    article: "un-articulo",
    source: "https://blog.org/entrada/",
    state: "held",
    author: null,
    title: null,
    text: null,
    createdAt: NOW,
    heldAt: NOW,
    publishedAt: null,
    checkAt: null,
    tries: 0,
    signals: [],
    reason: null,
    ...fields,
  };
}

export function digest(fields: Partial<Digest> = {}): Digest {
  return {
    id: idOf(4001),
    version: 1,
    state: "on",
    filter: "lugar=madrid",
    frequency: "daily",
    asked: null,
    email: "eva@example.org",
    address: "hash-of-eva",
    createdAt: NOW,
    toldUntil: NOW,
    dueAt: NOW,
    link: null,
    ...fields,
  };
}

/** A mail about the job with this number. */
export function mail(n = 1): MailEvent {
  return {
    id: `confirmJob/${idOf(n)}/1`,
    name: "confirmJob",
    to: "marta@example.org",
    data: { link: { id: idOf(n), version: 1 } },
  };
}

export function decision(fields: Partial<Decision> = {}): Decision {
  return { guards: [], changes: [], counts: [], mails: [], purge: [], ...fields };
}

/** A decision that stores these new records. */
export function saved(...changes: Change[]): Decision {
  return decision({ changes });
}

export function newJob(record: Job): Change {
  return { kind: "job", before: null, after: record };
}

export function newOffer(record: Offer): Change {
  return { kind: "offer", before: null, after: record };
}

export function newComment(record: Comment): Change {
  return { kind: "comment", before: null, after: record };
}

/** The next version of a record. */
export function next<T extends { readonly version: number }>(record: T, fields: Partial<T>): T {
  return { ...record, ...fields, version: record.version + 1 };
}
