import * as z from "zod/mini";
import { apply } from "./commit.ts";
import type { RecordOf } from "../domain/records/records.ts";
import { commentFootprint } from "./comment-indexes.ts";
import { jobFootprint, logFootprint, offerFootprint, reportFootprint } from "./indexes.ts";
import { type Footprint, NO_FOOTPRINT } from "./footprint.ts";
import { guard, type GuardStep, write } from "./instructions.ts";
import { migrationKey, offersKey, recordKey } from "./keys.ts";
import { parseListed } from "./records.ts";
import { ask, Ids, type RedisClient, TextReply } from "./redis/client.ts";

/** An index that stores of before lack: its migration's name, and which sorted sets of the footprints it is. */
export interface Relisting {
  readonly name: string;
  readonly fills: (key: string) => boolean;
}

/** Records that stand in indexes by themselves; offers stand together. */
type Listed = "job" | "comment" | "report" | "logEntry";
const FOOTPRINTS: Readonly<Record<Listed, (id: string, text: string) => Footprint>> = {
  job: kept("job", jobFootprint),
  comment: kept("comment", commentFootprint),
  report: kept("report", reportFootprint),
  logEntry: kept("logEntry", logFootprint),
};

/** What can't be read is said aloud and left out, so that it stops nothing. */
function kept<K extends Listed>(kind: K, footprintOf: (record: RecordOf[K]) => Footprint) {
  return (id: string, text: string): Footprint => {
    const record = parseListed(kind, id, text);
    return record === null ? NO_FOOTPRINT : footprintOf(record);
  };
}

function isListed(kind: string | undefined): kind is Listed {
  return kind !== undefined && Object.hasOwn(FOOTPRINTS, kind);
}

/** Two rounds, since a cursor may miss a key when Redis starts anew in between. */
const ROUNDS = 2;
/** How far a migration is: `<round> <cursor>`, or this. */
const DONE = "done";

/** Keys that are looked at for each record that may be found: most are no record. */
const KEYS_A_RECORD = 4;

/**
 * Lists what was stored before an index was, by the footprints that commits write it with. It looks at about `limit` × `KEYS_A_RECORD` keys a call. Running it again
 * does nothing new. Whether it is through.
 */
export async function listAgain(
  redis: RedisClient,
  { name, fills }: Relisting,
  limit: number,
): Promise<boolean> {
  const progress = await ask("ask how far a migration is", TextReply, () =>
    redis.run(["get", migrationKey(name)]),
  );
  if (progress === DONE) return true;
  const [round = "1", cursor = "0"] = progress?.split(" ") ?? [];
  const [next, keys] = await ask("look for older records", z.tuple([z.string(), Ids]), () =>
    redis.run(["scan", cursor, "match", "*", "count", limit * KEYS_A_RECORD]),
  );
  for (const key of keys) await listBehind(redis, key, fills);
  const isEnd = next === "0";
  const isThrough = isEnd && Number(round) >= ROUNDS;
  const told = isThrough ? DONE : isEnd ? `${String(Number(round) + 1)} 0` : `${round} ${next}`;
  await apply(redis, "note how far a migration is", [], [write.set(migrationKey(name), told, null)]);
  return isThrough;
}

async function listBehind(redis: RedisClient, key: string, fills: Relisting["fills"]): Promise<void> {
  const [kind, id = ""] = key.split(":");
  if (kind === "offers") return listOffers(redis, id, fills);
  if (!isListed(kind)) return;
  const text = await ask("read an older record", TextReply, () => redis.run(["get", key]));
  if (text === null) return;
  await list(redis, FOOTPRINTS[kind](id, text), guard.starts(key, text), fills);
}

async function listOffers(redis: RedisClient, jobId: string, fills: Relisting["fills"]): Promise<void> {
  const hash = offersKey(jobId);
  const texts = await ask("list offers", Ids, () => redis.run(["hvals", hash]));
  for (const text of texts) {
    const offer = parseListed("offer", jobId, text);
    if (offer === null) continue;
    const same = guard.fieldStarts(hash, recordKey("offer", offer.id), offer.id, text);
    await list(redis, offerFootprint(offer), same, fills);
  }
}

/** One that changes in between is listed, or not, by its own commit or by the next round. */
async function list(
  redis: RedisClient,
  { places }: Footprint,
  same: GuardStep,
  fills: Relisting["fills"],
): Promise<void> {
  const own = places.filter(({ key }) => fills(key));
  if (own.length === 0) return;
  const writes = own.flatMap(({ key, score, member, life }) => [
    write.zadd(key, score, member),
    ...(life === undefined ? [] : [write.life(key, life)]),
  ]);
  await apply(redis, "list something that an index lacks", [same], writes);
}
