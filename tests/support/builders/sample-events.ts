import type { MailEvent, MailName } from "../../../src/domain/records/mail-event.ts";
import type { Reward } from "../../../src/domain/records/reward.ts";
import type { MailContext } from "../../../src/mail/mail-context.ts";

export const SITE_URL = "https://makethejobs.test";
export const OWNER_EMAIL = "info@makethejobs.test";
export const OTHER_EMAIL = "luis@correo.test";
export const TOKEN_URL = `${SITE_URL}/gestion/TOKEN/`;

export const context: MailContext = {
  siteUrl: SITE_URL,
  tokenUrl: () => TOKEN_URL,
  oneClickUrl: () => `${SITE_URL}/api/links/TOKEN`,
  owner: { name: "Makethejobs", email: OWNER_EMAIL },
  at: Date.UTC(2026, 4, 1, 10),
};

const link = { id: "aaaaaaaaaaaaaaaaaaaa", version: 1 };
const article = { slug: "primeros-pasos", title: "Primeros pasos" };
const expiresAt = Date.UTC(2026, 4, 31, 21, 59);

/** One event of every kind (two where a choice changes the letter), with `typed` wherever a visitor's text goes. */
export function sampleEvents(typed: string): MailEvent[] {
  const job = { id: "bbbbbbbbbbbbbbbbbbbb", title: typed };
  const reward: Reward = { kind: "money", amountCents: 1550, text: typed };
  const other = { name: typed, email: OTHER_EMAIL, phone: "+34 612 34 56 78" };
  const news = { link, job };
  const waits = { link, title: typed, name: typed, text: typed, reward: null, reason: null, signals: [] };
  const data: DataByName = {
    confirmJob: [{ link }],
    confirmOffer: [{ link }],
    confirmReward: [{ link }],
    confirmComment: [{ link, article }],
    confirmReport: [
      { link, kind: "job" },
      { link, kind: "comment" },
      { link, kind: "offer" },
      { link, kind: "question" },
      { link, kind: "thanks" },
    ],
    confirmDigest: [{ link }],
    answers: [
      {
        link,
        notice: link.id,
        article,
        root: link.id,
        ids: [link.id],
        answers: [{ id: link.id, name: typed, text: typed }],
      },
    ],
    digestOn: [
      { link, frequency: "weekly", filter: new URLSearchParams({ q: typed }).toString(), dueAt: expiresAt },
    ],
    digest: [
      {
        link,
        digest: "dddddddddddddddddddd",
        frequency: "daily",
        filter: "lugar=madrid",
        ids: [job.id],
        jobs: [{ ...job, place: "madrid", town: typed, deadline: "2026-05-31", reward }],
      },
    ],
    reportDecided: [
      { kind: "job", state: "upheld" },
      { kind: "comment", state: "dismissed" },
      { kind: "offer", state: "upheld" },
    ],
    jobPublished: [{ ...news, expiresAt }],
    jobHeld: [news, { ...news, why: "reports" }, { ...news, blockedUntil: expiresAt }],
    jobApproved: [{ ...news, expiresAt }],
    jobHidden: [{ ...news, reason: typed }],
    jobExpired: [news],
    jobEnding: [
      { ...news, expiresAt, renewable: true },
      { ...news, expiresAt, renewable: false },
    ],
    offerReceived: [
      { ...news, helper: typed, message: typed, reward: null },
      { ...news, helper: typed, message: typed, reward },
      { ...news, helper: typed, message: typed, reward: null, warned: true },
    ],
    offerHeld: [news, { ...news, blockedUntil: expiresAt }],
    offerRejected: [
      { ...news, reason: typed, canAppeal: true },
      { ...news, reason: typed, canAppeal: false },
    ],
    offerSent: [news],
    contactForPoster: [
      { ...news, other, reward, deadline: "2026-05-31" },
      { ...news, other: { ...other, phone: null }, reward, deadline: null },
    ],
    contactForHelper: [
      { ...news, other, reward, deadline: "2026-05-31" },
      { ...news, other, reward, deadline: null, day: { date: "2026-05-30", time: "18:30" } },
    ],
    dayReminder: (["poster", "helper"] as const).map((role) => ({
      ...news,
      role,
      day: { date: "2026-05-30", time: role === "poster" ? "18:30" : null },
    })),
    rewardJoined: [{ ...news, reward }],
    rewardHeld: [{ ...news, reward }],
    rewardReceived: [{ ...news, name: typed, reward }],
    rewardAgreed: [{ ...news, reward, helper: typed }],
    rewardEnded: (
      ["used", "revoked", "rejected", "heldTooLong", "jobWithdrawn", "jobExpired", "jobHidden"] as const
    ).map((why) => ({
      job,
      reward,
      why,
      reason: why === "rejected" ? typed : null,
      ...(why === "rejected" && { link }),
    })),
    rewardMissing: [{ ...news, helper: typed, reason: typed }],
    missingDecided: (["settled", "upheld"] as const).flatMap((state) =>
      (["poster", "helper"] as const).map((role) => ({ job, role, state })),
    ),
    mailboxBlocked: [{ blockedUntil: expiresAt }],
    moderateJob: [{ link }],
    moderateOffer: [{ link }],
    moderateMissing: [{ link }],
    moderateReward: [{ link }],
    moderateComment: [{ link }],
    moderateQuestion: [{ link }],
    moderateAppeal: [{ link }],
    offerStandby: [news],
    offerInvitedAgain: [news],
    offerOutdated: [news],
    offerEnded: (
      [
        "declined",
        "withdrawn",
        "expired",
        "notChosen",
        "jobWithdrawn",
        "jobExpired",
        "jobHidden",
        "lapsed",
      ] as const
    ).map((why) => ({ job, why })),
    questionAsked: (["poster", "helper"] as const).map((role) => ({
      ...news,
      role,
      name: typed,
      text: typed,
    })),
    questionRejected: [{ ...news, reason: typed }],
    thanksWritten: [{ ...news, name: typed, text: typed }],
    thanksPublished: [news],
    thanksHeld: [news],
    thanksRejected: [true, false].map((canAppeal) => ({ ...news, reason: typed, canAppeal })),
    offerWithdrawn: [{ ...news, helper: typed }],
    droppedOut: [
      { ...news, by: "helper", reason: typed },
      { ...news, by: "poster", reason: typed },
    ],
    jobDelivered: [{ ...news, helper: typed }],
    jobDisputed: [{ ...news, reason: typed }],
    offerReminder: [{ ...news, helper: typed, expiresAt }],
    deliveryReminder: [{ ...news, helper: typed, doneAt: expiresAt }],
    agreementWarned: [
      { ...news, role: "poster", lapsesAt: expiresAt },
      { ...news, role: "helper", lapsesAt: expiresAt },
    ],
    agreementLapsed: [news],
    jobDone: [
      { ...news, role: "poster" },
      { ...news, role: "helper" },
      { ...news, role: "poster", by: "sweeper" },
    ],
    commentHeld: [{ link, article }],
    commentEdited: [{ link, article }],
    commentApproved: [{ link, article, commentId: "cccccccccccccccccccc" }],
    commentRejected: [
      { link, article, reason: typed, canAppeal: true },
      { link, article, reason: typed, canAppeal: false },
    ],
    appealDecided: (["job", "offer", "reward", "comment"] as const).flatMap((kind) => [
      { link, kind, title: typed, decided: "won" as const, reason: null },
      { link, kind, title: typed, decided: "lost" as const, reason: typed },
    ]),
    moderateQueue: [
      {
        total: 12,
        fresh: 7,
        urgent: 3,
        things: [
          { ...waits, kind: "job", why: "held", signals: ["link", "contactData"] },
          { ...waits, kind: "reward", why: "held", text: null, reward },
          { ...waits, kind: "comment", why: "held" },
          { ...waits, kind: "comment", why: "appeal", signals: ["tooFast"] },
          { ...waits, kind: "offer", why: "report", reason: "estafa", link: null },
          { ...waits, kind: "offer", why: "missing" },
        ],
      },
      {
        total: 3,
        fresh: 3,
        urgent: 0,
        things: [
          { ...waits, kind: "offer", why: "held", reward },
          { ...waits, kind: "question", why: "held" },
          { ...waits, kind: "mention", why: "held", link: null },
        ],
      },
    ],
    lostLinks: [
      {
        address: "hash-ana",
        things: [
          { kind: "job", ...news },
          { kind: "offer", ...news },
          { kind: "comment", link, createdAt: context.at },
          { kind: "digest", link, filter: "lugar=madrid" },
        ],
      },
    ],
    myData: [{ address: "hash-ana", link }],
    dataErased: [{ kept: 0 }, { kept: 1 }, { kept: 2 }],
    contactMessage: [
      { name: typed, replyTo: OTHER_EMAIL, subject: "duda", message: typed, signals: ["link"] },
    ],
    contactReceipt: [{}],
    runFailing: [
      { run: "sweep", times: 3, since: 1_795_000_000_000, what: "migrate (StoreDown)" },
      { run: "outbox", times: 3, since: 1_795_000_000_000, what: "send mails (Error)" },
    ],
    signIn: [{ link }],
    questionFeedback: [
      {
        question: { slug: "cuanto-cuesta", title: "¿Cuánto cuesta?" },
        value: "no",
        text: typed,
        signals: [],
      },
    ],
  };
  return Object.entries(data).flatMap(([name, samples]) =>
    samples.map(
      (sample, at) =>
        ({ id: `${name}/x/${String(at)}`, name, to: "ana@correo.test", data: sample }) as MailEvent,
    ),
  );
}

type DataByName = { [N in MailName]: Extract<MailEvent, { name: N }>["data"][] };
