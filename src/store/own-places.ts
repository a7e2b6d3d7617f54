import { CONTACT_MESSAGE_TTL_DAYS, UNCONFIRMED_TTL_HOURS } from "../domain/kernel/limits.ts";
import { DAY, HOUR } from "../domain/kernel/time.ts";
import type { Person } from "../domain/people/person.ts";
import type { ContactMessage } from "../domain/records/contact-message.ts";
import type { JoinedReward } from "../domain/records/joined-reward.ts";
import type { MyData } from "../domain/records/my-data.ts";
import type { Offer } from "../domain/records/offer.ts";
import { allOfKey, ERASURES, messagesOfKey, thingsOfKey, waitingOfKey } from "./address-keys.ts";
import { type Footprint, NO_FOOTPRINT, type Place } from "./footprint.ts";

/** What is alive is listed by the address of whose it is. `member`: `job <id>`, `offer <job id> <id>` or `comment <id>`. */
export function placeOfThing(isAlive: boolean, { address }: Person, member: string, score: number): Place[] {
  return isAlive ? [{ key: thingsOfKey(address), member, score }] : [];
}

/**
 * Whatever is kept is listed by the address of whose it is, for who wants to see or erase it all. What nobody confirmed is listed by itself:
 * the list is forgotten as the records are.
 */
export function placeOfAny(state: string, { address }: Person, member: string, score: number): Place[] {
  if (address === "") return [];
  if (state !== "unconfirmed") return [{ key: allOfKey(address), member, score }];
  return [{ key: waitingOfKey(address), member, score, life: UNCONFIRMED_TTL_HOURS * HOUR }];
}

export function rewardMember({ jobId, id }: JoinedReward): string {
  return `reward ${jobId} ${id}`;
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

export function dataFootprint({ id, erasedAt, doneAt }: MyData): Footprint {
  const isGoingOn = erasedAt !== null && doneAt === null;
  return { places: isGoingOn ? [{ key: ERASURES, member: id, score: erasedAt }] : [], counts: [] };
}

/** An offer's name in the lists of an address. */
export function offerMember({ jobId, id }: Pick<Offer, "jobId" | "id">): string {
  return `offer ${jobId} ${id}`;
}
