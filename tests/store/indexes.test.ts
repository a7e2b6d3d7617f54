import { REPLIES_PER_ROOT } from "../../src/domain/kernel/limits.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Change } from "../../src/domain/records/decision.ts";
import type { RecordKind } from "../../src/domain/records/records.ts";
import {
  commentFootprint,
  type Footprint,
  jobFootprint,
  NO_FOOTPRINT,
  offerFootprint,
} from "../../src/store/indexes.ts";
import { headsKey, recordKey } from "../../src/store/keys.ts";
import { parseRecord } from "../../src/store/records.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { comment, decision, NOW } from "../support/builders/records.ts";
import type { Contents } from "./contents.ts";
import { type Wish, wishes } from "../support/builders/random-records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

describeOnBoth("indexes", (transport) => {
  it("are, after any changes, what the records alone would give", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wishes, { maxLength: 25 }), async (sequence) => {
        const store = await transport.freshStore();
        for (const wish of sequence) {
          const changes = await fulfilled(store, wish);
          expect(await store.commit(decision({ changes }), NOW)).toEqual({ status: "committed" });
        }
        const contents = await transport.contents();
        const indexes = Object.entries(contents).filter(([key]) => !isRecord(key) && !isChangeCounter(key));
        expect(Object.fromEntries(indexes)).toEqual(rebuilt(contents));
      }),
      { numRuns: 40 },
    );
  });
});

/** The wish as changes to what is stored. A job that is forgotten takes its offers with it. */
async function fulfilled(store: RedisStore, { change, forget }: Wish): Promise<Change[]> {
  const changes = await Promise.all([updated(store, change, forget)]);
  if (change.kind === "job" && forget && change.after !== null) {
    const { offers } = await store.offersOf(change.after.id, NOW);
    changes.push(...offers.map((offer): Change => ({ kind: "offer", before: offer, after: null })));
  }
  return changes.filter((wanted) => wanted.before !== null || wanted.after !== null);
}

async function updated(store: RedisStore, change: Change, forget: boolean): Promise<Change> {
  switch (change.kind) {
    case "job":
      return versioned(change, change.after && (await store.read("job", change.after.id)), forget);
    case "offer":
      return versioned(
        change,
        change.after && (await store.readOffer(change.after.jobId, change.after.id, NOW)),
        forget,
      );
    case "comment":
      return versioned(change, change.after && (await store.read("comment", change.after.id)), forget);
    case "reward":
    case "contact":
    case "link":
    case "address":
    case "vote":
    case "session":
    case "logEntry":
    case "verdict":
      return change;
  }
}

function versioned<K extends RecordKind, T extends { readonly version: number }>(
  { kind, after }: { readonly kind: K; readonly after: T | null },
  before: T | null,
  forget: boolean,
): { kind: K; before: T | null; after: T | null } {
  return { kind, before, after: forget ? null : after && { ...after, version: (before?.version ?? 0) + 1 } };
}

function isRecord(key: string): boolean {
  return /^(?:job|offer|offers|comment):/.test(key);
}

/** How often offers changed can't be told from the records. */
function isChangeCounter(key: string): boolean {
  return key.startsWith("counter:offer-changes:");
}

function rebuilt(contents: Contents): Contents {
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
