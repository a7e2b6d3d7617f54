import { expect, it } from "vitest";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { digestsCounter } from "../../src/domain/records/decision.ts";
import type { Digest } from "../../src/domain/records/digest.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { decision, digest, idOf, job, newJob, next, NOW, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

function put(store: RedisStore, before: Digest | null, after: Digest | null) {
  return store.commit(saved({ kind: "digest", before, after }), NOW);
}

describeOnBoth("alerts", (transport) => {
  it("are due by their time, longest due first, and only while they are on", async () => {
    const store = await transport.freshStore();
    const [first, second] = [2, 1].map((n) => digest({ id: idOf(n), dueAt: NOW - n * MINUTE }));
    const others = [
      digest({ id: idOf(8), dueAt: NOW + 1 }),
      digest({ id: idOf(9), state: "unconfirmed", dueAt: null }),
    ];
    for (const record of [second, first, ...others]) if (record) await put(store, null, record);
    const due = async (limit: number) => (await store.digestsDue(NOW, limit)).map(({ id }) => id);
    expect(await due(10)).toEqual([first?.id, second?.id]);
    expect(await due(1)).toEqual([first?.id]);
    if (first) await put(store, first, next(first, { state: "off", dueAt: null, address: "", email: "" }));
    expect(await due(10)).toEqual([second?.id]);
  });

  it("count for their address, and are found under it", async () => {
    const store = await transport.freshStore();
    const record = digest();
    await put(store, null, record);
    const oneMore = () =>
      store.commit(
        decision({
          guards: [{ type: "atMost", counter: digestsCounter(record.address), max: 0 }],
          changes: [{ kind: "digest", before: null, after: digest({ id: idOf(5) }) }],
        }),
        NOW,
      );
    expect((await oneMore()).status).toBe("limit");
    expect(await store.thingsOf(record.address, NOW)).toEqual([
      { thing: { kind: "digest", digest: record }, link: null },
    ]);
    await put(store, record, next(record, { state: "off", dueAt: null, address: "", email: "" }));
    expect(await store.thingsOf(record.address, NOW)).toEqual([]);
    expect((await oneMore()).status).toBe("committed");
  });

  it("are read with their favours, in the order asked for, without those that are gone", async () => {
    const store = await transport.freshStore();
    const record = digest();
    await put(store, null, record);
    await store.commit(saved(newJob(job({ id: idOf(1) })), newJob(job({ id: idOf(2) }))), NOW);
    const found = await store.digestWithJobs(record.id, [idOf(2), idOf(3), idOf(1)]);
    expect(found.digest).toEqual(record);
    expect(found.jobs.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    expect(await store.digestWithJobs(idOf(6), [])).toEqual({ digest: null, jobs: [] });
  });
});
