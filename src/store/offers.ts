import * as z from "zod/mini";
import { Offer } from "../domain/records/offer.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { offerFootprint } from "./indexes.ts";
import { guard, write, type WriteStep } from "./instructions.ts";
import {
  counterKey,
  offerChangesCounter,
  OFFERS_ENDED,
  offersKey,
  olderOffersKey,
  recordKey,
} from "./keys.ts";
import { ask, Ids, readKept, type RedisClient, TextReply, TextReplies } from "./redis/client.ts";

/** An offer as its job's hash holds it: `forgetAt` where it has ended. */
const StoredOffer = z.extend(Offer, { forgetAt: z.optional(z.int()) });

export function createOffers(redis: RedisClient) {
  return {
    /** Null when there is no such offer (any more). One round trip. */
    async readOffer(jobId: string, id: string, now: Millis): Promise<Offer | null> {
      const [own, field] = await ask("read an offer", z.tuple([TextReply, TextReply]), () =>
        redis.runAll([
          // In this order: an offer that is confirmed in between is found in its second place.
          ["get", recordKey("offer", id)],
          ["hget", offersKey(jobId), id],
        ]),
      );
      const text = field ?? own;
      return text === null ? null : offerOf(text, now);
    },

    /**
     * A job's confirmed offers, oldest first, and how often any of them changed: what the `offersSeen` guard compares. One round trip; two
     * for a job whose offers no migration has moved yet.
     */
    async offersOf(jobId: string, now: Millis): Promise<{ offers: readonly Offer[]; seen: number }> {
      const key = offersKey(jobId);
      const [seen, olderIds, together] = await ask("list offers", z.tuple([TextReply, Ids, Ids]), () =>
        redis.runAll([
          // First: what changes after it is noticed by the guard.
          ["get", counterKey(offerChangesCounter(jobId))],
          ["zrange", olderOffersKey(jobId), 0, -1],
          ["hvals", key],
        ]),
      );
      const texts = olderIds.length === 0 ? together : await olderTexts(redis, key, olderIds);
      const offers = texts.map((text) => offerOf(text, now)).filter((offer) => offer !== null);
      // One that was moved while it was read is there twice, the later text behind the earlier one.
      const byId = new Map(offers.map((offer) => [offer.id, offer]));
      const sorted = [...byId.values()].toSorted(
        (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
      );
      return { offers: sorted, seen: Number(seen ?? 0) };
    },

    /** Gives back the room of offers that have been forgotten: at most `limit` of them a call. They are not read any more as it is. */
    async clearEndedOffers(now: Millis, limit: number): Promise<void> {
      const members = await ask("list the offers to be forgotten", Ids, () =>
        redis.run(["zrange", OFFERS_ENDED, "-inf", now, "byscore", "limit", 0, limit]),
      );
      if (members.length === 0) return;
      const refs = members.map((member) => {
        const [jobId = "", id = ""] = member.split(" ");
        return { member, id, hash: offersKey(jobId), own: recordKey("offer", id) };
      });
      const texts = await ask("read the offers to be forgotten", TextReplies, () =>
        redis.runAll(refs.map(({ hash, id }) => ["hget", hash, id])),
      );
      for (const [place, { member, id, hash, own }] of refs.entries()) {
        const text = texts[place] ?? null;
        const isOver = text !== null && offerOf(text, now) === null;
        // One that changes in between is listed, or not, by its own commit.
        await apply(
          redis,
          "forget an offer",
          [text === null ? guard.fieldAbsent(hash, id) : guard.fieldStarts(hash, own, id, text)],
          [...(isOver ? forgetting(text, hash) : []), write.zrem(OFFERS_ENDED, member)],
        );
      }
    },
  };
}

/** The steps that forget an offer whose time is over, and its name in the lists that it stands in: of whose it is, of what waits. */
function forgetting(text: string, hash: string): WriteStep[] {
  const offer = readKept("read an offer", () => z.parse(StoredOffer, JSON.parse(text)));
  const listed = offerFootprint(offer).places.map(({ key, member }) => write.zrem(key, member));
  return [write.hdel(hash, offer.id), ...listed];
}

/** A migration that moves them in between has moved them into the hash, which is read after them. */
async function olderTexts(redis: RedisClient, key: string, ids: readonly string[]): Promise<string[]> {
  const [older, together] = await ask("list older offers", z.tuple([TextReplies, Ids]), () =>
    redis.runAll([
      ["mget", ...ids.map((id) => recordKey("offer", id))],
      ["hvals", key],
    ]),
  );
  return [...older.filter((text) => text !== null), ...together];
}

/** Null when its time is over, whether or not it was cleared away. */
function offerOf(text: string, now: Millis): Offer | null {
  const { forgetAt, ...offer } = readKept("read an offer", () => z.parse(StoredOffer, JSON.parse(text)));
  return forgetAt !== undefined && forgetAt <= now ? null : offer;
}
