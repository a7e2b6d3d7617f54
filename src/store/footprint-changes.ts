import { REPLIES_PER_ROOT } from "../domain/kernel/limits.ts";
import type { Change } from "../domain/records/decision.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { jobFootprint, logFootprint, offerFootprint, reportFootprint, voteFootprint } from "./indexes.ts";
import { digestFootprint } from "./digests.ts";
import { commentFootprint, noticeFootprint } from "./comment-indexes.ts";
import { mentionFootprint } from "./mention-indexes.ts";
import { dataFootprint, messageFootprint, rewardFootprint } from "./own-places.ts";
import { type Footprint, NO_FOOTPRINT, type Placement } from "./footprint.ts";
import { write, type WriteStep } from "./instructions.ts";
import { isConfirmed } from "./offer-steps.ts";
import {
  counterKey,
  headsKey,
  liveOffersCounter,
  offerChangesCounter,
  offersKey,
  olderOffersKey,
  repliesKey,
} from "./keys.ts";

/** What a change does to the indexes. `counts` are added up over the whole commit before they are written. */
export interface IndexChange {
  readonly writes: readonly WriteStep[];
  readonly counts: readonly { readonly key: string; readonly by: number }[];
}

const NOTHING: IndexChange = { writes: [], counts: [] };

/** @param ttl how long the record will be kept from now on; null: for ever. */
export function indexChange(change: Change, ttl: Millis | null): IndexChange {
  switch (change.kind) {
    case "job": {
      const { writes, counts } = difference(change, jobFootprint);
      return { writes: [...writes, ...keepWithJob(change, ttl)], counts };
    }
    case "offer": {
      const { writes, counts } = difference(change, offerFootprint);
      const jobId = (change.after ?? change.before)?.jobId;
      const seen = [change.before, change.after].some((offer) => offer !== null && isConfirmed(offer));
      if (jobId === undefined || !seen) return { writes, counts };
      return { writes, counts: [...counts, { key: counterKey(offerChangesCounter(jobId)), by: 1 }] };
    }
    case "comment": {
      const { writes, counts } = difference(change, commentFootprint);
      const comment = change.after ?? change.before;
      if (writes.length === 0 || comment === null || comment.root === null) return { writes, counts };
      const { article, root } = comment;
      return {
        writes: [...writes, write.head(headsKey(article), repliesKey(root), root, REPLIES_PER_ROOT)],
        counts,
      };
    }
    case "logEntry":
      return difference(change, logFootprint);
    case "report":
      return difference(change, reportFootprint);
    case "vote":
      return difference(change, voteFootprint);
    case "mention":
      return difference(change, mentionFootprint);
    case "digest":
      return difference(change, digestFootprint);
    case "notice":
      return difference(change, noticeFootprint);
    case "reward":
      return difference(change, rewardFootprint);
    case "contact":
      return difference(change, messageFootprint);
    case "myData":
      return difference(change, dataFootprint);
    case "link":
    case "session":
    case "verdict":
    case "reported":
    case "address":
    case "receipt":
      return NOTHING;
  }
}

function difference<T>(
  { before, after }: { readonly before: T | null; readonly after: T | null },
  footprintOf: (record: T) => Footprint,
): IndexChange {
  const old = before === null ? NO_FOOTPRINT : footprintOf(before);
  const fresh = after === null ? NO_FOOTPRINT : footprintOf(after);
  const nameOf = (place: Placement): string => JSON.stringify([place.key, place.member]);
  const was = new Map(old.places.map((place) => [nameOf(place), place]));
  const is = new Map(fresh.places.map((place) => [nameOf(place), place]));
  return {
    writes: [
      ...[...was].filter(([name]) => !is.has(name)).map(([, { key, member }]) => write.zrem(key, member)),
      ...[...is]
        .filter(([name, { score }]) => was.get(name)?.score !== score)
        .flatMap(([, { key, score, member, life }]) => [
          write.zadd(key, score, member),
          ...(life === undefined ? [] : [write.life(key, life)]),
        ]),
    ],
    counts: [...old.counts.map((key) => ({ key, by: -1 })), ...fresh.counts.map((key) => ({ key, by: 1 }))],
  };
}

/** A job's offers and its counters live exactly as long as the job. */
function keepWithJob(change: Extract<Change, { kind: "job" }>, ttl: Millis | null): WriteStep[] {
  if (change.before === null) return [];
  const { id } = change.before;
  const keys = [
    offersKey(id),
    olderOffersKey(id),
    counterKey(liveOffersCounter(id)),
    counterKey(offerChangesCounter(id)),
  ];
  return keys.map((key) => (change.after === null ? write.del(key) : write.life(key, ttl)));
}
