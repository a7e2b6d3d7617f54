import type { BoardQuery } from "../domain/favours/board.ts";
import { liveJobsCounter, mailboxOffersCounter } from "../domain/records/decision.ts";
import { jobDueAt, offerDueAt } from "../domain/favours/due.ts";
import { isLiveJob } from "../domain/favours/job-states.ts";
import { deedsOf } from "../domain/favours/standing.ts";
import type { Job } from "../domain/records/job.ts";
import { isAliveJob, isAliveOffer } from "../domain/links/lost.ts";
import { isAliveJoined } from "../domain/favours/joined-states.ts";
import { isLiveOffer, isOngoing } from "../domain/favours/offer-states.ts";
import { outcomeOf } from "../domain/favours/outcome.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import type { Report } from "../domain/records/report.ts";
import { type Waiting, waitingOfJob, waitingOfOffer, waitingOfReport } from "../domain/moderation/waiting.ts";
import type { Vote } from "../domain/records/vote.ts";
import {
  boardKey,
  counterKey,
  FAVOURS_DUE,
  firstOffersKey,
  liveOffersCounter,
  outcomesKey,
  LOG,
  unheardKey,
  votesCounter,
  WAITING,
  wordKey,
} from "./keys.ts";
import { deedsKey, jobsOfKey } from "./address-keys.ts";
import type { Footprint, Placement } from "./footprint.ts";
import {
  offerMember,
  placeOfAny,
  placeOfThing,
  placesOfDecision,
  placesOfDeed,
  placesOfReport,
  rewardMember,
} from "./own-places.ts";
import { stemsOfJob } from "./words.ts";

const ORDERS: readonly BoardQuery["order"][] = ["newest", "ending", "reward"];

/**
 * An open job stands on the board under every combination of filters that it fits, and under its words. A live one is listed by the
 * address of who asked, an ended one by how it ended, and whatever time will do something to by when it does.
 */
export function jobFootprint(job: Job): Footprint {
  const { id: member, createdAt: score, poster } = job;
  const ofAddress = isLiveJob(job) ? [{ key: jobsOfKey(poster.address), member, score }] : [];
  return {
    places: [
      ...duePlaces(member, jobDueAt(job)),
      ...ofAddress,
      ...placeOfThing(isAliveJob(job), poster, `job ${member}`, score),
      ...placeOfAny(job.state, poster, `job ${member}`, score),
      ...job.joined.flatMap((one) => {
        const named = rewardMember(one);
        return [
          ...placeOfThing(isAliveJoined(one), one.joiner, named, one.createdAt),
          ...placeOfAny(one.state, one.joiner, named, one.createdAt),
        ];
      }),
      ...placesOfDeed(job),
      ...outcomePlaces(job),
      ...waitingOfJob(job).flatMap(waitingPlaces),
      ...deedsOf(job).map(({ address, member: deed }) => ({
        key: deedsKey(address),
        member: deed,
        score: job.closedAt ?? 0,
      })),
      ...(job.state === "open" ? [...boardPlaces(job), ...wordPlaces(job)] : []),
    ],
    counts: isLiveJob(job) ? [counterKey(liveJobsCounter(job.poster.address))] : [],
  };
}

/** 3 orders × 16 combinations: each of the four filters is either this job's own value or "any". */
function boardPlaces(job: Job): Placement[] {
  const places: Placement[] = [];
  for (const order of ORDERS) {
    for (const category of [job.category, undefined]) {
      for (const place of [job.place, undefined]) {
        for (const rewardKind of [job.reward.kind, undefined]) {
          for (const offers of [job.hasOffers ? "with" : "without", undefined] as const) {
            const key = boardKey(order, { category, place, rewardKind, offers });
            places.push({ key, member: job.id, score: boardScore(job, order) });
          }
        }
      }
    }
  }
  return places;
}

/** Leaves room for whole seconds until the year 2106, and for amounts up to 10,000 €, in the 53 bits of a score. */
const SECONDS_ROOM = 2 ** 32;

function boardScore(job: Job, order: BoardQuery["order"]): number {
  const shownAt = job.publishedAt ?? job.createdAt;
  if (order === "newest") return shownAt;
  if (order === "ending") return job.expiresAt;
  // Highest amount first and, where amounts are equal or there is none, the newest.
  return (job.reward.amountCents ?? 0) * SECONDS_ROOM + Math.floor(shownAt / 1000);
}

function wordPlaces(job: Job): Placement[] {
  const score = job.publishedAt ?? job.createdAt;
  return stemsOfJob(job).map((stem) => ({ key: wordKey(stem), member: job.id, score }));
}

/** Where a favour counts: among what ended, and among what somebody offered to do. The examples of a first start count nowhere. */
function outcomePlaces(job: Job): Placement[] {
  if (job.example) return [];
  const { id: member, firstOfferAfter } = job;
  const outcome = outcomeOf(job);
  const isErased = job.state === "erased";
  // Of an erased one it is not known any more where it was. It stands behind those that can be shown.
  const wheres = isErased ? [null] : [null, job.place];
  const score = isErased ? 0 : (job.closedAt ?? job.createdAt);
  return wheres.flatMap((place) => [
    ...(outcome === null ? [] : [{ key: outcomesKey("all", place), member, score }]),
    ...(outcome === "done" ? [{ key: outcomesKey("done", place), member, score }] : []),
    ...(firstOfferAfter === null ? [] : [{ key: firstOffersKey(place), member, score: firstOfferAfter }]),
  ]);
}

function duePlaces(member: string, score: Millis | null): Placement[] {
  return score === null ? [] : [{ key: FAVOURS_DUE, member, score }];
}

/** Room for every moment in milliseconds between two weights. */
const WEIGHT_STEP = 1e13;

export function reportFootprint(report: Report): Footprint {
  return {
    places: [...waitingOfReport(report).flatMap(waitingPlaces), ...placesOfReport(report)],
    counts: [],
  };
}

/**
 * Riskiest first; of what weighs the same, what has waited longest. What begins to wait, or waits for one reason more, is unheard as well, until
 * the moderators were told (`unheard.ts`).
 */
export function waitingPlaces({ member, weight, since, newsAt, urgent }: Waiting): Placement[] {
  return [
    { key: WAITING, member, score: since - weight * WEIGHT_STEP },
    { key: unheardKey(urgent), member, score: newsAt },
  ];
}

/** A live offer counts. Confirmed ones need no list but those of what is due and of whose they are: they stand together (`offersKey`). */
export function offerFootprint(offer: Offer): Footprint {
  const { id, jobId, helper, createdAt } = offer;
  return {
    places: [
      ...duePlaces(`${jobId} ${id}`, offerDueAt(offer)),
      ...placeOfThing(isAliveOffer(offer), helper, offerMember(offer), createdAt),
      ...placeOfAny(offer.state, helper, offerMember(offer), createdAt),
      ...waitingOfOffer(offer).flatMap(waitingPlaces),
    ],
    counts: offerCounters(offer).map(counterKey),
  };
}

/** A held one is none that the public could count, but its mailbox makes no other meanwhile. */
function offerCounters(offer: Offer): string[] {
  const { jobId, mailbox } = offer;
  const ofJob = isLiveOffer(offer) ? [liveOffersCounter(jobId)] : [];
  const ofMailbox = isOngoing(offer) && mailbox !== undefined ? [mailboxOffersCounter(jobId, mailbox)] : [];
  return [...ofJob, ...ofMailbox];
}

/** What a moderator decided stands in the log. */
export function logFootprint(entry: LogEntry): Footprint {
  return {
    places: [{ key: LOG, member: entry.id, score: entry.at }, ...placesOfDecision(entry)],
    counts: [],
  };
}

/** A vote counts for what it says now. When its visitor is forgotten (`VOTE_TTL_HOURS`), the number stays. */
export function voteFootprint({ question, value }: Vote): Footprint {
  return { places: [], counts: [counterKey(votesCounter(question, value))] };
}
