import { LOST_LINKS_MAX } from "../domain/kernel/limits.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { Linked } from "../domain/links/linked.ts";
import type { Thing } from "../domain/links/lost.ts";
import { idOf } from "../domain/links/thing.ts";
import { offerOfQuestion } from "../domain/records/asked-question.ts";
import type { Link, ThingKind, WrittenKind } from "../domain/records/link.ts";
import { jobOfThankYou } from "../domain/records/thank-you.ts";
import { thingsOfKey } from "./address-keys.ts";
import { createOffers } from "./offers.ts";
import { createReads } from "./reads.ts";
import { ask, Ids, type RedisClient } from "./redis/client.ts";

/** Something of an address, and the link to manage it; null: the link has died. */
export interface LinkedThing {
  readonly thing: Thing;
  readonly link: Link | null;
}

export function createThingsOf(redis: RedisClient) {
  const { read, readMany } = createReads(redis);
  const { readOffer } = createOffers(redis);

  /** What has a form of its own, with the favour that it belongs to; null: it is not there any more. */
  async function readThing(
    { kind, id, jobId }: Link["object"],
    now: Millis,
  ): Promise<Linked<ThingKind> | null> {
    switch (kind) {
      case "comment": {
        const comment = await read("comment", id);
        return comment && { kind, comment };
      }
      case "job": {
        const job = await read("job", id);
        return job && { kind, job };
      }
      case "offer": {
        if (jobId === undefined) return null;
        const [offer, job] = await Promise.all([readOffer(jobId, id, now), read("job", jobId)]);
        return offer && job && { kind, offer, job };
      }
      case "reward": {
        if (jobId === undefined) return null;
        // Once it is confirmed it stands in its favour's record. In this order: one that is confirmed in between is found there.
        const own = await read("reward", id);
        const job = await read("job", jobId);
        const reward = job?.joined.find((one) => one.id === id) ?? own;
        return reward && job && { kind, reward, job };
      }
      case "question":
      case "thanks":
      case "report":
      case "digest":
      case "notice":
      case "session":
      case "data":
        return null;
    }
  }

  /** What a name in a list of an address stands for. */
  async function thingOf(member: string, now: Millis): Promise<Thing | null> {
    const [kind, id = "", ofJob = ""] = member.split(" ");
    if (kind === "digest") {
      const digest = await read("digest", id);
      return digest && { kind, digest };
    }
    if (kind === "comment" || kind === "job") return readThing({ kind, id }, now);
    return readThing({ kind: kind === "reward" ? kind : "offer", id: ofJob, jobId: id }, now);
  }

  return {
    thingOf,
    readThing,

    /** The same, of messages between the sides of an offer and of thanks too: each stands in the record that its id names. */
    async readWritten(object: Link["object"], now: Millis): Promise<Linked<WrittenKind> | null> {
      if (object.kind === "thanks") {
        const job = await read("job", jobOfThankYou(object.id));
        const thanks = job?.thanks.find((one) => one.id === object.id);
        return job && thanks ? { kind: "thanks", thanks, job } : null;
      }
      if (object.kind !== "question") return readThing(object, now);
      const { id, jobId } = object;
      const found = await readThing({ kind: "offer", id: offerOfQuestion(id), ...(jobId && { jobId }) }, now);
      if (found?.kind !== "offer") return null;
      const question = found.offer.questions.find((one) => one.id === id);
      return question ? { ...found, kind: "question", question } : null;
    },

    /** What is alive under an address (its keyed hash): the newest `LOST_LINKS_MAX`, newest first. */
    async thingsOf(address: string, now: Millis): Promise<LinkedThing[]> {
      const members = await ask("list what is alive under an address", Ids, () =>
        redis.run(["zrange", thingsOfKey(address), 0, LOST_LINKS_MAX - 1, "rev"]),
      );
      const read = await Promise.all(members.map((member) => thingOf(member, now)));
      const things = read.filter((thing) => thing !== null);
      const links = await readMany("link", things.map(idOf));
      return things.map((thing, at) => ({ thing, link: links[at] ?? null }));
    },
  };
}
