import { expect, it } from "vitest";
import {
  comment,
  idOf,
  job,
  newComment,
  newJob,
  newOffer,
  next,
  NOW,
  offer,
  saved,
} from "../support/builders/records.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import type { Job } from "../../src/domain/records/job.ts";
import { storeWith } from "../support/builders/board-of.ts";
import { describeOnBoth } from "../support/host/transports.ts";

describeOnBoth("the public numbers", (transport) => {
  it("count what anybody may see now, and nothing else", async () => {
    const store = await transport.freshStore();
    const nothing = { openJobs: 0, openJobsWithOffers: 0, comments: 0, done: 0, ended: 0 };
    expect(await store.publicNumbers(NOW)).toEqual({ ...nothing, firstOfferAfter: null, places: [] });

    const waited = job({ id: idOf(1), hasOffers: true });
    for (const record of [
      waited,
      job({ id: idOf(2) }),
      job({ id: idOf(3), expiresAt: NOW - 1 }),
      job({ id: idOf(4), state: "held" }),
      job({ id: idOf(5), state: "done", hasOffers: true }),
    ])
      await store.commit(saved(newJob(record)), NOW);
    await store.commit(saved(newOffer(offer({ jobId: waited.id }))), NOW);
    for (const [n, state] of (["approved", "approved", "held", "rejected"] as const).entries())
      await store.commit(saved(newComment(comment({ id: idOf(10 + n), state }))), NOW);

    expect(await store.publicNumbers(NOW)).toEqual({
      ...{ openJobs: 2, openJobsWithOffers: 1, comments: 2, done: 1, ended: 1 },
      ...{ firstOfferAfter: null, places: [] },
    });
  });

  it("say how favours ended and how long the first offer was waited for", async () => {
    const store = await storeWith(transport.freshStore, [
      job({ id: idOf(1), state: "done", closedAt: NOW, firstOfferAfter: 3 * HOUR }),
      job({ id: idOf(2), state: "done", closedAt: NOW, firstOfferAfter: HOUR }),
      job({ id: idOf(3), state: "expired", closedAt: NOW, firstOfferAfter: 90 * HOUR }),
      job({ id: idOf(4), state: "withdrawn", closedAt: NOW, firstOfferAfter: 5 * HOUR }),
      job({ id: idOf(5), state: "erased", stateBefore: "done", place: "remoto" }),
      job({ id: idOf(6), state: "erased" }),
      job({ id: idOf(7), state: "hidden", stateBefore: "done" }),
      job({ id: idOf(8), state: "done", closedAt: NOW, example: true }),
      job({ id: idOf(9), state: "open" }),
    ]);
    expect(await store.publicNumbers(NOW)).toMatchObject({
      ...{ openJobs: 1, done: 3, ended: 5, firstOfferAfter: 3 * HOUR, places: [] },
    });
  });

  it("say of a province only what five favours make up", async () => {
    const favours = (from: number, count: number, more: Partial<Job>) =>
      Array.from({ length: count }, (_, n) => job({ id: idOf(from + n), ...more }));
    const store = await storeWith(transport.freshStore, [
      ...favours(0, 5, { place: "soria", firstOfferAfter: 2 * HOUR }),
      ...favours(10, 4, { place: "madrid", state: "done", closedAt: NOW, firstOfferAfter: HOUR }),
      ...favours(20, 1, { place: "madrid", state: "expired", closedAt: NOW }),
      ...favours(30, 4, { place: "toledo" }),
      ...favours(40, 4, { place: "toledo", state: "done", closedAt: NOW }),
    ]);
    expect((await store.publicNumbers(NOW)).places).toEqual([
      { place: "madrid", open: 0, done: 4, ended: 5, firstOfferAfter: null },
      { place: "soria", open: 5, done: 0, ended: 0, firstOfferAfter: 2 * HOUR },
    ]);
    expect([...(await store.openByPlace(NOW))]).toEqual([["soria", 5]]);
  });

  it("what was done is listed, the newest end first; what was erased since only counts", async () => {
    const done = Array.from({ length: 22 }, (_, n) =>
      job({ id: idOf(n), state: "done", closedAt: NOW - n * HOUR }),
    );
    const erased = job({ id: idOf(30), state: "erased", stateBefore: "done" });
    const example = job({ id: idOf(31), state: "done", closedAt: NOW, example: true });
    const store = await storeWith(transport.freshStore, [...done, erased, example]);
    const ids = done.map(({ id }) => id);
    const first = await store.doneJobs(1);
    expect(first).toMatchObject({ total: 23, page: 1, pages: 2 });
    expect(first.jobs.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect((await store.doneJobs(2)).jobs.map(({ id }) => id)).toEqual(ids.slice(20));
    expect((await store.doneJobs(3)).jobs).toEqual([]);
  });

  it("a favour stands on no list of what was done before it is, nor when it is hidden", async () => {
    const open = job();
    const store = await storeWith(transport.freshStore, [open]);
    const done = next(open, { state: "done", closedAt: NOW });
    expect((await store.doneJobs(1)).total).toBe(0);
    await store.commit(saved({ kind: "job", before: open, after: done }), NOW);
    expect((await store.doneJobs(1)).total).toBe(1);
    const hidden = next(done, { state: "hidden", stateBefore: "done" });
    await store.commit(saved({ kind: "job", before: done, after: hidden }), NOW);
    expect(await store.doneJobs(1)).toMatchObject({ total: 0, jobs: [] });
  });
});
