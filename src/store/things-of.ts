import { LOST_LINKS_MAX } from "../domain/kernel/limits.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { Thing } from "../domain/links/lost.ts";
import type { Link } from "../domain/records/link.ts";
import { thingsOfKey } from "./address-keys.ts";
import { createOffers } from "./offers.ts";
import { createReads } from "./reads.ts";
import { ask, Ids, type RedisClient } from "./redis/client.ts";

/** Something alive, and the link to manage it; null: the link has died. */
export interface LinkedThing {
  readonly thing: Thing;
  readonly link: Link | null;
}

export function createThingsOf(redis: RedisClient) {
  const { read, readMany } = createReads(redis);
  const { readOffer } = createOffers(redis);

  /** What a name in a list of an address stands for; null: it is not there any more. */
  async function thingOf(member: string, now: Millis): Promise<Thing | null> {
    const [kind, id = "", offerId = ""] = member.split(" ");
    if (kind === "comment") {
      const record = await read("comment", id);
      return record && { kind: "comment", record };
    }
    if (kind === "digest") {
      const record = await read("digest", id);
      return record && { kind, record };
    }
    const job = await read("job", id);
    if (job === null || kind === "job") return job && { kind: "job", record: job };
    if (kind === "reward") {
      const record = job.joined.find((one) => one.id === offerId) ?? (await read("reward", offerId));
      return record ? { kind, record, job } : null;
    }
    const record = await readOffer(id, offerId, now);
    return record && { kind: "offer", record, job };
  }

  return {
    thingOf,

    /** What is alive under an address (its keyed hash): the newest `LOST_LINKS_MAX`, newest first. */
    async thingsOf(address: string, now: Millis): Promise<LinkedThing[]> {
      const members = await ask("list what is alive under an address", Ids, () =>
        redis.run(["zrange", thingsOfKey(address), 0, LOST_LINKS_MAX - 1, "rev"]),
      );
      const read = await Promise.all(members.map((member) => thingOf(member, now)));
      const things = read.filter((thing) => thing !== null);
      const links = await readMany(
        "link",
        things.map(({ record }) => record.id),
      );
      return things.map((thing, at) => ({ thing, link: links[at] ?? null }));
    },
  };
}
