import fc from "fast-check";
import { expect, it } from "vitest";
import type { Change } from "../../src/domain/records/decision.ts";
import type { RecordKind } from "../../src/domain/records/records.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { decision, NOW } from "../support/builders/records.ts";
import { type Wish, wishes } from "../support/builders/random-records.ts";
import { isRecord, rebuilt } from "../support/builders/rebuilt-indexes.ts";
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
    case "receipt":
    case "mention":
    case "myData":
    case "digest":
    case "notice":
    case "session":
    case "logEntry":
    case "verdict":
    case "report":
    case "reported":
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

/** How often offers changed can't be told from the records. */
function isChangeCounter(key: string): boolean {
  return key.startsWith("counter:offer-changes:");
}
