import {
  CONTACT_MESSAGE_TTL_DAYS,
  LOG_DAYS,
  REPORT_TTL_DAYS,
  UNCONFIRMED_TTL_HOURS,
} from "../domain/kernel/limits.ts";
import { DAY, HOUR } from "../domain/kernel/time.ts";
import type { Person } from "../domain/people/person.ts";
import type { ContactMessage } from "../domain/records/contact-message.ts";
import type { Job } from "../domain/records/job.ts";
import type { JoinedReward } from "../domain/records/joined-reward.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import type { MyData } from "../domain/records/my-data.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Report } from "../domain/records/report.ts";
import {
  allOfKey,
  decidedReportsOfKey,
  decisionsOfKey,
  ERASURES,
  messagesOfKey,
  thingsOfKey,
  waitingOfKey,
} from "./address-keys.ts";
import { type Footprint, NO_FOOTPRINT, type Placement } from "./footprint.ts";

type Addressed = Pick<Person, "address">;

/** What is alive is listed by the address of whose it is. `member`: `job <id>`, `offer <job id> <id>`, `comment <id>` or `digest <id>`. */
export function placeOfThing(
  isAlive: boolean,
  { address }: Addressed,
  member: string,
  score: number,
): Placement[] {
  return isAlive ? [{ key: thingsOfKey(address), member, score }] : [];
}

/**
 * Whatever is kept is listed by the address of whose it is, for who wants to see or erase it all. What nobody confirmed is listed by itself:
 * the list is forgotten as the records are.
 */
export function placeOfAny(
  state: string,
  { address }: Addressed,
  member: string,
  score: number,
): Placement[] {
  if (address === "") return [];
  if (state !== "unconfirmed") return [{ key: allOfKey(address), member, score }];
  return [{ key: waitingOfKey(address), member, score, life: UNCONFIRMED_TTL_HOURS * HOUR }];
}

export function rewardMember({ jobId, id }: JoinedReward): string {
  return `reward ${jobId} ${id}`;
}

/** Who did a favour finds it among what is kept of them, also when their offer was forgotten. */
export function placesOfDeed({ id, doneBy, createdAt, closedAt }: Job): Placement[] {
  return doneBy === null ? [] : placeOfAny("done", doneBy, `deed ${id}`, closedAt ?? createdAt);
}

/** A joined reward is a record of its own only until it is confirmed. */
export function rewardFootprint(reward: JoinedReward): Footprint {
  return {
    places: placeOfAny(reward.state, reward.joiner, rewardMember(reward), reward.createdAt),
    counts: [],
  };
}

export function messageFootprint({ id, address, createdAt }: ContactMessage): Footprint {
  if (address === undefined) return NO_FOOTPRINT;
  const life = CONTACT_MESSAGE_TTL_DAYS * DAY;
  return { places: [{ key: messagesOfKey(address), member: id, score: createdAt, life }], counts: [] };
}

export function dataFootprint({ id, erasedAt, tryAt, doneAt }: MyData): Footprint {
  const isGoingOn = erasedAt !== null && doneAt === null;
  return { places: isGoingOn ? [{ key: ERASURES, member: id, score: tryAt ?? erasedAt }] : [], counts: [] };
}

/** Whoever sent a report finds it among what is theirs: what waits for a moderator is kept until that is decided, the rest for a while. */
export function placesOfReport({ id, state, address, createdAt }: Report): Placement[] {
  if (address === "") return [];
  const place = { member: `report ${id}`, score: createdAt };
  if (state === "unconfirmed")
    return [{ key: waitingOfKey(address), ...place, life: UNCONFIRMED_TTL_HOURS * HOUR }];
  if (state === "received") return [{ key: allOfKey(address), ...place }];
  return [{ key: decidedReportsOfKey(address), member: id, score: createdAt, life: REPORT_TTL_DAYS * DAY }];
}

/** What moderators decided about what somebody wrote is theirs to read; that somebody reported it is not. */
export function placesOfDecision({ id, at, address, kind }: LogEntry): Placement[] {
  if (address === "" || kind === "report") return [];
  return [{ key: decisionsOfKey(address), member: id, score: at, life: LOG_DAYS * DAY }];
}

/** An offer's name in the lists of an address. */
export function offerMember({ jobId, id }: Pick<Offer, "jobId" | "id">): string {
  return `offer ${jobId} ${id}`;
}
