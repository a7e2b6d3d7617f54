import type { Offer } from "../domain/records/offer.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { guard, type GuardStep, write, type WriteStep } from "./instructions.ts";
import { OFFERS_ENDED, offersKey, olderOffersKey, recordKey } from "./keys.ts";
import { recordText, versionStart } from "./records.ts";

/** Which offer is meant. */
type OfferRef = Pick<Offer, "id" | "jobId">;

/** What an unconfirmed offer does is nobody's business yet, the `offersSeen` guard's neither. */
export function isConfirmed(offer: Offer): boolean {
  return offer.state !== "unconfirmed";
}

/** @param version null: there must be no such offer. */
export function offerGuards({ id, jobId }: OfferRef, version: number | null): GuardStep[] {
  const [hash, own] = [offersKey(jobId), recordKey("offer", id)];
  if (version === null) return [guard.absent(own), guard.fieldAbsent(hash, id)];
  return [guard.fieldStarts(hash, own, id, versionStart(version))];
}

/**
 * A confirmed offer stands with the others of its job, in one hash: reading them all takes one key. One that has ended says in its text
 * when it is forgotten. An unconfirmed one is a record of its own, which Redis forgets by itself.
 */
export function offerWrites(
  { id, jobId }: OfferRef,
  { after, forgetAt }: { readonly after: Offer | null; readonly forgetAt?: Millis },
  ttl: Millis | null,
): WriteStep[] {
  const [hash, own] = [offersKey(jobId), recordKey("offer", id)];
  const unlisted = [write.zrem(olderOffersKey(jobId), id), write.zrem(OFFERS_ENDED, endedMember(jobId, id))];
  if (after === null) return [write.hdel(hash, id), write.del(own), ...unlisted];
  if (!isConfirmed(after)) return [write.hdel(hash, id), write.set(own, recordText(after), ttl), ...unlisted];
  const stored = { ...after, forgetAt };
  return [
    ...unlisted,
    write.del(own),
    write.hset(hash, id, recordText(stored)),
    ...(forgetAt === undefined ? [] : [write.zadd(OFFERS_ENDED, forgetAt, endedMember(jobId, id))]),
  ];
}

/** An ended offer's name in the list of those that are to be forgotten; ids have no spaces. */
export function endedMember(jobId: string, id: string): string {
  return `${jobId} ${id}`;
}
