import { expect } from "vitest";
import { JOB_TRANSITIONS } from "../../../src/domain/favours/job-states.ts";
import {
  isLiveOffer,
  isOngoing,
  liveOffers,
  OFFER_TRANSITIONS,
} from "../../../src/domain/favours/offer-states.ts";
import { ENDED_OFFER_TTL_DAYS } from "../../../src/domain/kernel/limits.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import type { Job } from "../../../src/domain/records/job.ts";
import type { MailEvent } from "../../../src/domain/records/mail-event.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import { contentsOfFile } from "../../store/contents.ts";
import { rebuilt } from "../builders/rebuilt-indexes.ts";
import type { FavourWorld } from "./favour-world.ts";

/** What has to hold of every favour and offer of a world once the schedule has nothing left to do. */
export async function expectRight(world: FavourWorld): Promise<void> {
  const { now } = world.site.clock;
  const contents = contentsOfFile(world.site.files.store, now);
  const found = await Promise.all(world.jobIds.map((id) => world.look(id)));

  expect(unlistedMoves(world)).toEqual([]);
  expect(found.flatMap(({ job, offers }) => contradictions(job, offers))).toEqual([]);
  const isIndex = ([key]: readonly [string, unknown]) =>
    /^(?:board:|word:|favours-due$|jobs-of:|counter:live-)/.test(key);
  expect(Object.fromEntries(Object.entries(contents).filter(isIndex))).toEqual(
    Object.fromEntries(Object.entries(rebuilt(contents)).filter(isIndex)),
  );
  expect(await world.store.favoursDue(now, 1)).toEqual([]);
  expect(unfitLastLetters(world)).toEqual([]);

  const kept = Object.values(contents)
    .map((value) => JSON.stringify(value))
    .join("\n");
  const isKept = (email: string) => kept.includes(email);
  expect(forgettable(world).filter(isKept)).toEqual([]);
}

/** Changes of state that no table lists. */
function unlistedMoves({ decisions }: FavourWorld): string[] {
  const isListed = (rows: readonly { from: string | null; to: string }[], from: string | null, to: string) =>
    from === to || rows.some((row) => row.from === from && row.to === to);
  return decisions.flatMap(({ changes }) =>
    changes.flatMap((change) => {
      if ((change.kind !== "job" && change.kind !== "offer") || change.after === null) return [];
      const [from, to] = [change.before?.state ?? null, change.after.state];
      const rows = change.kind === "job" ? JOB_TRANSITIONS : OFFER_TRANSITIONS;
      return isListed(rows, from, to) ? [] : [`${change.kind}: ${String(from)} → ${to}`];
    }),
  );
}

/** What a favour and its offers say that can't be so at the same time. */
function contradictions(job: Job, offers: readonly Offer[]): string[] {
  const accepted = offers.filter((offer) => offer.state === "accepted" && isLiveOffer(offer));
  const isAgreed = job.state === "assigned" || job.state === "delivered";
  const faults: string[] = [];
  if (accepted.length > 1) faults.push("two are accepted");
  if (isAgreed && job.assignedOffer === null) faults.push("nobody is to do it");
  if (!isAgreed && job.state !== "hidden" && accepted.length > 0) faults.push("one is accepted for nothing");
  if (job.state === "open" && job.assignedOffer !== null) faults.push("open and agreed on");
  const isOver = ["done", "expired", "withdrawn", "erased"].includes(job.state);
  if (isOver && offers.some(isOngoing)) faults.push("offers outlive it");
  if (job.state === "open" && job.hasOffers !== liveOffers(offers).length > 0) faults.push("hasOffers");
  return faults.map((fault) => `${job.state}: ${fault}`);
}

/** The words that tell a helper how it ended, by the state that it ended in. */
const LAST_WORDS: Readonly<Record<string, readonly string[]>> = {
  declined: ["declined", "droppedOut"],
  withdrawn: ["withdrawn"],
  expired: ["expired", "jobExpired", "lapsed"],
  notChosen: ["notChosen", "jobWithdrawn", "jobHidden"],
  accepted: ["jobDone", "jobHidden"],
  rejected: ["offerRejected"],
};

function lastWord(mail: MailEvent): string | null {
  if (mail.name === "offerEnded") return mail.data.why;
  if (mail.name === "jobDone" || mail.name === "offerRejected") return mail.name;
  return mail.name === "droppedOut" && mail.data.by === "poster" ? mail.name : null;
}

/** Offers whose helpers were told too often, too seldom, or something else than what happened. */
function unfitLastLetters({ decisions }: FavourWorld): string[] {
  const last = new Map<string, { email: string; before: Offer; after: Offer | null }>();
  const words = new Map<string, string[]>();
  const erased = new Set<string>();
  const restored = new Set<string>();
  for (const { changes, mails } of decisions) {
    for (const change of changes) {
      if (change.kind === "job" && change.before?.state === "hidden" && change.after?.assignedOffer) {
        restored.add(change.after.assignedOffer);
      }
      if (change.kind !== "offer") continue;
      const { before, after } = change;
      const id = after?.id ?? before?.id ?? "";
      // One whose agreement lapsed has no address any more.
      const email = last.get(id)?.email ?? after?.helper.email ?? "";
      const shown = before ?? after;
      if (shown) last.set(id, { email, before: shown, after });
      if (after === null && mails.some(({ name }) => name === "offerWithdrawn")) erased.add(id);
    }
    for (const mail of mails) {
      const word = lastWord(mail);
      if (word !== null) words.set(mail.to, [...(words.get(mail.to) ?? []), word]);
    }
  }
  return [...last].flatMap(([id, { email, before, after }]) => {
    const told = words.get(email) ?? [];
    // Who has everything forgotten knows that it is over; a favour that came back told its helper twice.
    if (erased.has(id) || restored.has(id)) return [];
    const isLive = after !== null && isOngoing(after);
    const expected = isLive ? 0 : 1;
    const state = after?.state ?? "";
    const isFit = isLive
      ? told.length === 0 || told.join() === "jobHidden"
      : told.length === expected && (after === null || (LAST_WORDS[state] ?? []).includes(told[0] ?? ""));
    return isFit ? [] : [`${before.state} → ${state || "forgotten"}: ${told.join() || "nothing"}`];
  });
}

/** Addresses that nothing may know any more. */
function forgettable({ decisions, site }: FavourWorld): string[] {
  const due = (endedAt: number | null) =>
    endedAt !== null && endedAt + ENDED_OFFER_TTL_DAYS * DAY <= site.clock.now;
  const ended = new Map<string, number | null>();
  for (const { changes } of decisions) {
    for (const change of changes) {
      if (change.kind === "job" && change.after) {
        const { state, closedAt, expiresAt, poster } = change.after;
        const email = poster.email || (change.before?.poster.email ?? "");
        const isLive = ["open", "assigned", "delivered"].includes(state);
        if (email !== "") ended.set(email, isLive ? null : (closedAt ?? expiresAt));
      }
      if (change.kind === "offer" && change.before?.helper.email) {
        const { after, before } = change;
        ended.set(before.helper.email, after === null ? 0 : isLiveOffer(after) ? null : after.closedAt);
      }
    }
  }
  return [...ended].filter(([, endedAt]) => due(endedAt)).map(([email]) => email);
}
