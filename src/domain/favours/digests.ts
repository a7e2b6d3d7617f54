import { err, fail } from "../kernel/errors.ts";
import {
  DIGEST_JOBS_MAX,
  DIGEST_SETTLES_AFTER,
  DIGEST_TIME,
  DIGEST_WEEKDAY,
  MAX_DIGESTS,
} from "../kernel/digest-limits.ts";
import { MANAGE_LINK_TTL_DAYS, UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { addDays, DAY, HOUR, madridDay, madridInstant, type Millis } from "../kernel/time.ts";
import { allows, type Transition } from "../kernel/transitions.ts";
import { alreadyDone, type Context, decided, type Decided, digestsCounter } from "../records/decision.ts";
import type { Digest, DigestState, Frequency } from "../records/digest.ts";
import type { Job } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { confirmLink, subscriptionLink } from "../records/new-links.ts";

export type DigestAction = "ask" | "confirm" | "change" | "unsubscribe";

/** The life of an alert. Whoever asks for one that is on changes nothing before the link confirms it. */
export const DIGEST_TRANSITIONS: readonly Transition<DigestState, DigestAction>[] = [
  { from: null, to: "unconfirmed", action: "ask", by: "subscriber" },
  { from: "off", to: "unconfirmed", action: "ask", by: "subscriber" },
  { from: "unconfirmed", to: "on", action: "confirm", by: "subscriber" },
  { from: "on", to: "on", action: "confirm", by: "subscriber" },
  { from: "on", to: "on", action: "change", by: "subscriber" },
  { from: "on", to: "off", action: "unsubscribe", by: "subscriber" },
  { from: "unconfirmed", to: "off", action: "unsubscribe", by: "subscriber" },
];

interface DigestRequest extends Pick<Digest, "id" | "email" | "address" | "filter" | "frequency"> {
  readonly before: Digest | null;
}

/** Somebody asks for an alert: it counts once the link in the mail confirms it, and asking says nothing of what there was. Never fails. */
export function askForDigest(
  { before, frequency, ...about }: DigestRequest,
  { newId, now }: Context,
): Decided<DigestState> {
  const { id, address, email } = about;
  const link = confirmLink({ kind: "digest", id, address }, newId, now);
  const isOn = before?.state === "on";
  const fresh: Digest = {
    ...about,
    version: (before?.version ?? 0) + 1,
    state: "unconfirmed",
    frequency,
    asked: frequency,
    createdAt: now,
    toldUntil: now,
    dueAt: null,
    link: null,
  };
  const after = isOn ? { ...before, version: before.version + 1, asked: frequency } : fresh;
  // The record's own version begins anew when it was forgotten; the link's id never comes again.
  const mail: MailEvent = {
    id: mailId("confirmDigest", link.ref),
    name: "confirmDigest",
    to: email,
    data: { link: link.ref },
    goodUntil: link.expiresAt,
  };
  const lifetime = isOn ? {} : { forgetAt: now + UNCONFIRMED_TTL_HOURS * HOUR };
  return decided(id, "unconfirmed", {
    changes: [{ kind: "digest", before, after, ...lifetime }, link.change],
    mails: [mail],
  });
}

/** Whether its confirm link has anything to confirm. */
export function isAsked({ digest }: { readonly digest: Digest }): boolean {
  return digest.asked !== null;
}

/**
 * The confirming POST: from now on new favours are mailed. Errors: `digestOff`; the commit answers `limit` (`tooManyDigests`) when the
 * address has `MAX_DIGESTS` already.
 */
export function confirmDigest(
  { digest }: { readonly digest: Digest },
  { newId, now, limits }: Context,
): Decided<DigestState> {
  const { id, state, asked, address, email } = digest;
  if (state === "off") return err(fail("digestOff"));
  if (asked === null) return alreadyDone(id, state);
  const version = digest.version + 1;
  const dueAt = nextDigestAt(asked, now);
  if (state === "on") {
    const after: Digest = { ...digest, version, frequency: asked, asked: null, dueAt };
    return decided(id, "on", { changes: [{ kind: "digest", before: digest, after }] });
  }
  const link = subscriptionLink({ kind: "digest", id, address }, newId, now);
  const after: Digest = {
    ...digest,
    version,
    state: "on",
    frequency: asked,
    asked: null,
    toldUntil: now,
    dueAt,
    link: { ...link.ref, expiresAt: link.expiresAt },
  };
  return decided(id, "on", {
    guards: limits ? [{ type: "atMost", counter: digestsCounter(address), max: MAX_DIGESTS - 1 }] : [],
    changes: [{ kind: "digest", before: digest, after }, ...link.changes],
    mails: [
      {
        id: mailId("digestOn", link.ref),
        name: "digestOn",
        to: email,
        data: { link: link.ref, frequency: asked, filter: digest.filter, dueAt },
      },
    ],
  });
}

/** Another frequency. Errors: `digestOff`. */
export function changeDigest(
  { digest, frequency }: { readonly digest: Digest; readonly frequency: Frequency },
  { now }: Context,
): Decided<DigestState> {
  const { id, state, version } = digest;
  if (!allows(DIGEST_TRANSITIONS, state, "change", "subscriber")) return err(fail("digestOff"));
  if (digest.frequency === frequency) return alreadyDone(id, state);
  const after = { ...digest, version: version + 1, frequency, dueAt: nextDigestAt(frequency, now) };
  return decided(id, "on", { changes: [{ kind: "digest", before: digest, after }] });
}

/** No more of it: the address and the filter are forgotten at once, and its links go on saying that it was done. Never fails. */
export function unsubscribe(
  { digest }: { readonly digest: Digest },
  { now }: Pick<Context, "now">,
): Decided<DigestState> {
  const { id, state, version } = digest;
  if (state === "off") return alreadyDone(id, state);
  const nothing = { email: "", address: "", filter: "", asked: null, dueAt: null } as const;
  const after: Digest = { ...digest, ...nothing, version: version + 1, state: "off" };
  const forgetAt = now + MANAGE_LINK_TTL_DAYS * DAY;
  return decided(id, "off", { changes: [{ kind: "digest", before: digest, after, forgetAt }] });
}

interface DueDigest {
  readonly digest: Digest;
  /** What the board shows under its filter, newest first. */
  readonly jobs: readonly Job[];
  /** Nothing is mailed to the address at present. */
  readonly isSilenced: boolean;
}

/**
 * Its time has come: what is new since the last letter is mailed; where nothing is, or nobody can be written to, none leaves. Two runs at
 * once make one letter. Never fails.
 */
export function sendDigest({ digest, jobs, isSilenced }: DueDigest, context: Context): Decided<DigestState> {
  const { id, state, dueAt } = digest;
  const { now } = context;
  if (state !== "on" || dueAt === null || dueAt > now) return alreadyDone(id, state);
  const toldUntil = Math.max(digest.toldUntil, now - DIGEST_SETTLES_AFTER);
  const ids = isSilenced ? [] : newJobs(jobs, digest.toldUntil, toldUntil);
  const version = digest.version + 1;
  const moved = { ...digest, version, toldUntil, dueAt: nextDigestAt(digest.frequency, now) };
  if (ids.length === 0) {
    return decided(id, state, { changes: [{ kind: "digest", before: digest, after: moved }] });
  }
  const link = subscriptionLink(
    { kind: "digest", id, address: digest.address },
    context.newId,
    now,
    digest.link,
  );
  const after = { ...moved, link: { ...link.ref, expiresAt: link.expiresAt } };
  const mail: MailEvent = {
    // Once for each time that it is due, whatever its record's version is.
    id: mailId("digest", { id, version: dueAt }),
    name: "digest",
    to: digest.email,
    data: { link: link.ref, digest: id, frequency: digest.frequency, filter: digest.filter, ids, jobs: [] },
  };
  return decided(id, state, {
    changes: [{ kind: "digest", before: digest, after }, ...link.changes],
    mails: [mail],
  });
}

/** The examples of a first start are nobody's news. */
function newJobs(jobs: readonly Job[], after: Millis, until: Millis): string[] {
  return jobs
    .filter(({ example, publishedAt, createdAt }) => {
      const at = publishedAt ?? createdAt;
      return !example && at > after && at <= until;
    })
    .slice(0, DIGEST_JOBS_MAX)
    .map(({ id }) => id);
}

/** The next time after `now` at which alerts of this frequency leave. */
export function nextDigestAt(frequency: Frequency, now: Millis): Millis {
  let day = madridDay(now);
  while (madridInstant(day, DIGEST_TIME) <= now || !isDayOf(frequency, day)) day = addDays(day, 1);
  return madridInstant(day, DIGEST_TIME);
}

function isDayOf(frequency: Frequency, day: string): boolean {
  return frequency === "daily" || new Date(`${day}T00:00:00Z`).getUTCDay() === DIGEST_WEEKDAY;
}
