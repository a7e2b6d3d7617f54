import { REPLIES_PER_ROOT } from "../../../src/domain/kernel/limits.ts";
import { commentFootprint } from "../../../src/store/comment-indexes.ts";
import { jobFootprint, offerFootprint } from "../../../src/store/indexes.ts";
import { type Footprint, NO_FOOTPRINT } from "../../../src/store/footprint.ts";
import { headsKey, recordKey } from "../../../src/store/keys.ts";
import { parseRecord } from "../../../src/store/records.ts";
import type { Contents } from "../../store/contents.ts";
import { comment } from "./records.ts";

export function isRecord(key: string): boolean {
  return /^(?:job|offer|offers|comment):/.test(key);
}

/** Every index as the records alone would give it. */
export function rebuilt(contents: Contents): Contents {
  const indexes: Contents = {};
  const sums = new Map<string, number>();
  for (const [key, text] of Object.entries(contents)) {
    if (!isRecord(key)) continue;
    for (const { places, counts } of footprintsOf(key, text)) {
      for (const place of places) {
        indexes[place.key] = { ...members(indexes[place.key]), [place.member]: place.score };
      }
      for (const counter of counts) sums.set(counter, (sums.get(counter) ?? 0) + 1);
    }
  }
  for (const [counter, sum] of sums) indexes[counter] = String(sum);
  const heads = headsOf(indexes);
  return Object.keys(heads).length === 0 ? indexes : { ...indexes, [headsKey(comment().article)]: heads };
}

/** A record has one; the offers of a job stand together. */
function footprintsOf(key: string, kept: Contents[string]): Footprint[] {
  return typeof kept === "string"
    ? [footprintOf(key, kept)]
    : Object.values(kept).map((text) => offerFootprint(parseRecord("offer", String(text))));
}

function footprintOf(key: string, text: string): Footprint {
  if (key.startsWith("job:")) return jobFootprint(parseRecord("job", text));
  if (key.startsWith("offer:")) return offerFootprint(parseRecord("offer", text));
  if (key.startsWith(recordKey("comment", ""))) return commentFootprint(parseRecord("comment", text));
  return NO_FOOTPRINT;
}

function headsOf(indexes: Contents): Record<string, string> {
  const heads: Record<string, string> = {};
  for (const [key, found] of Object.entries(indexes)) {
    if (!key.startsWith("replies:")) continue;
    const ids = Object.entries(members(found))
      .toSorted(([a, one], [b, another]) => one - another || (a < b ? -1 : 1))
      .map(([id]) => id);
    heads[key.slice("replies:".length)] = [ids.length, ...ids.slice(0, REPLIES_PER_ROOT)].join(" ");
  }
  return heads;
}

function members(found: Contents[string] | undefined): Record<string, number> {
  if (found === undefined || typeof found === "string") return {};
  return Object.fromEntries(Object.entries(found).map(([member, score]) => [member, Number(score)]));
}
