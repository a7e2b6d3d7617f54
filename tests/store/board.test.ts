import { expect, it } from "vitest";
import { PLACES } from "../../src/domain/records/place.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { idsOf, kind, money, storeWith } from "../support/builders/board-of.ts";
import { idOf, job, newOffer, next, NOW, offer, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

describeOnBoth("the board", (transport) => {
  it("shows open favours only, with their live offers", async () => {
    const states = [
      "unconfirmed",
      "held",
      "assigned",
      "delivered",
      "done",
      "expired",
      "withdrawn",
      "hidden",
    ] as const;
    const others = states.map((state, n) => job({ id: idOf(10 + n), state }));
    const store = await storeWith(transport.freshStore, [job(), ...others]);
    await store.commit(saved(newOffer(offer()), newOffer(offer({ id: idOf(1002), state: "declined" }))), NOW);
    const page = await store.board({ order: "newest", page: 1 }, NOW);
    expect(page).toEqual({ jobs: [{ job: job(), offers: 1 }], total: 1, page: 1, pages: 1 });
    expect(await store.jobWithOffers(job().id)).toEqual({ job: job(), offers: 1 });
    expect(await store.jobWithOffers(idOf(99))).toBeNull();
  });

  it("lists newest, ending soonest and highest reward first", async () => {
    const [a, b, c, d] = [
      job({ id: idOf(1), publishedAt: NOW - 4 * HOUR, expiresAt: NOW + 3 * DAY, reward: money(1000) }),
      job({ id: idOf(2), publishedAt: NOW - 3 * HOUR, expiresAt: NOW + 1 * DAY, reward: money(1_000_000) }),
      job({ id: idOf(3), publishedAt: NOW - 2 * HOUR, expiresAt: NOW + 4 * DAY, reward: kind("open") }),
      job({ id: idOf(4), publishedAt: NOW - 1 * HOUR, expiresAt: NOW + 2 * DAY, reward: money(1000) }),
    ];
    const store = await storeWith(transport.freshStore, [a, b, c, d]);
    expect(await idsOf(store, { order: "newest" })).toEqual([d.id, c.id, b.id, a.id]);
    expect(await idsOf(store, { order: "ending" })).toEqual([b.id, d.id, a.id, c.id]);
    // Where the amount is the same the newest comes first; what is no money comes last.
    expect(await idsOf(store, { order: "reward" })).toEqual([b.id, d.id, a.id, c.id]);
  });

  it("narrows to any combination of filters", async () => {
    const jobs = [
      job({ id: idOf(1) }),
      job({ id: idOf(2), hasOffers: true }),
      job({ id: idOf(3), category: "belleza" }),
      job({ id: idOf(4), place: "remoto", reward: kind("favour") }),
      job({ id: idOf(5), category: "belleza", place: "remoto", reward: kind("favour"), hasOffers: true }),
    ];
    const store = await storeWith(transport.freshStore, jobs);
    for (const category of ["mascotas", "belleza", undefined] as const) {
      for (const places of [["madrid"], ["remoto"], undefined] as const) {
        for (const rewardKind of ["money", "favour", undefined] as const) {
          for (const offers of ["with", "without", undefined] as const) {
            const fits = jobs.filter(
              (found) =>
                (category ?? found.category) === found.category &&
                (places?.[0] ?? found.place) === found.place &&
                (rewardKind ?? found.reward.kind) === found.reward.kind &&
                (offers ?? (found.hasOffers ? "with" : "without")) === (found.hasOffers ? "with" : "without"),
            );
            const page = await store.board(
              { category, places, rewardKind, offers, order: "ending", page: 1 },
              NOW,
            );
            expect(page.jobs.map(({ job: { id } }) => id)).toEqual(fits.map(({ id }) => id));
            expect(page.total).toBe(fits.length);
          }
        }
      }
    }
  });

  it("narrows to several places together, and to what is around them", async () => {
    const places = ["madrid", "toledo", "soria", "remoto", "madrid", "segovia"] as const;
    const jobs = places.map((place, n) =>
      job({
        id: idOf(n),
        place,
        publishedAt: NOW - n * HOUR,
        expiresAt: NOW + (9 - n) * DAY,
        reward: money(100 * (n + 1)),
      }),
    );
    const store = await storeWith(transport.freshStore, jobs);
    const ids = (...n: number[]) => n.map(idOf);
    const two = { places: ["madrid", "soria"] } as const;
    expect(await idsOf(store, two)).toEqual(ids(0, 2, 4));
    expect(await idsOf(store, { ...two, order: "ending" })).toEqual(ids(4, 2, 0));
    expect(await idsOf(store, { ...two, order: "reward" })).toEqual(ids(4, 2, 0));
    expect(await idsOf(store, { ...two, text: "perra" })).toEqual(ids(0, 2, 4));
    expect(await idsOf(store, { ...two, text: "perra", order: "ending" })).toEqual(ids(4, 2, 0));
    expect(await idsOf(store, { ...two, category: "belleza" })).toEqual([]);
    expect(await idsOf(store, { places: ["toledo"], nearby: true })).toEqual(ids(0, 1, 4));
    expect(await idsOf(store, { places: ["melilla"], nearby: true })).toEqual([]);
    expect(await idsOf(store, { places: [], nearby: true })).toEqual(ids(0, 1, 2, 3, 4, 5));
    expect(await idsOf(store, { places: PLACES })).toEqual(ids(0, 1, 2, 3, 4, 5));
  });

  it("pages through several places, and counts what ran out in none of them", async () => {
    const jobs = Array.from({ length: 45 }, (_, n) =>
      job({
        id: idOf(n),
        place: n % 3 === 0 ? "madrid" : "toledo",
        publishedAt: NOW - n * HOUR,
        expiresAt: n < 4 ? NOW - 1 : NOW + n * DAY,
      }),
    );
    const store = await storeWith(transport.freshStore, jobs);
    for (const order of ["newest", "ending", "reward"] as const) {
      const pages = [1, 2, 3].map((page) => store.board({ order, page, places: ["madrid", "toledo"] }, NOW));
      const found = await Promise.all(pages);
      const seen = found.flatMap((page) => page.jobs.map(({ job: { id } }) => id));
      expect(seen).toEqual(jobs.slice(4).map(({ id }) => id));
      for (const page of found) expect([page.total, page.pages]).toEqual([41, 3]);
    }
  });

  it("moves a favour when it changes and takes it off when it closes", async () => {
    const first = job();
    const store = await storeWith(transport.freshStore, [first]);
    const edited = next(first, { category: "belleza", hasOffers: true });
    await store.commit(saved({ kind: "job", before: first, after: edited }), NOW);
    expect(await idsOf(store, { category: "mascotas" })).toEqual([]);
    expect(await idsOf(store, { category: "belleza", offers: "with" })).toEqual([first.id]);
    await store.commit(
      saved({ kind: "job", before: edited, after: next(edited, { state: "assigned" }) }),
      NOW,
    );
    expect(await idsOf(store, { category: "belleza" })).toEqual([]);
    expect(await idsOf(store, { text: "perra" })).toEqual([]);
  });

  it("has 20 to a page, and says how many pages there are", async () => {
    const jobs = Array.from({ length: 41 }, (_, n) => job({ id: idOf(n), publishedAt: NOW - n * HOUR }));
    const store = await storeWith(transport.freshStore, jobs);
    for (const order of ["newest", "ending", "reward"] as const) {
      const pages = [1, 2, 3, 4].map((page) => store.board({ order, page }, NOW));
      const found = await Promise.all(pages);
      expect(found.map((page) => page.jobs.length)).toEqual([20, 20, 1, 0]);
      expect(found.map((page) => [page.total, page.pages])).toEqual(found.map(() => [41, 3]));
      const ids = found.flatMap((page) => page.jobs.map(({ job: { id } }) => id));
      expect(new Set(ids).size).toBe(41);
    }
  });

  it.each([0, -3, NaN, 1.5, 1e9, 1e300, Infinity])("answers whatever page is asked for: %d", async (page) => {
    const store = await storeWith(transport.freshStore, [job()]);
    const found = page < 2 || Number.isNaN(page) ? [job().id] : [];
    for (const order of ["newest", "ending"] as const)
      expect(await idsOf(store, { page, order })).toEqual(found);
    expect(await idsOf(store, { page, text: "perra" })).toEqual(found);
    const thread = await store.thread("article", { order: "newest", page });
    expect(thread.branches).toEqual([]);
  });

  it("never shows or counts a favour that ran out, though the sweeper has not been by", async () => {
    const [over, last, later] = [
      job({ id: idOf(1), expiresAt: NOW - 1 }),
      job({ id: idOf(2), expiresAt: NOW }),
      job({ id: idOf(3), expiresAt: NOW + DAY }),
    ];
    const store = await storeWith(transport.freshStore, [over, last, later]);
    for (const order of ["newest", "ending", "reward"] as const) {
      for (const text of [undefined, "perra"]) {
        const page = await store.board({ order, text, page: 1 }, NOW);
        expect(page.jobs.map(({ job: { id } }) => id).toSorted()).toEqual([last.id, later.id]);
        expect(page.total).toBe(2);
      }
    }
    expect(await store.jobsToExpire(NOW, 10)).toEqual([over.id]);
  });

  it("tells the sweeper what ran out, longest ago first", async () => {
    const jobs = [3, 1, 2].map((n) => job({ id: idOf(n), expiresAt: NOW - n * HOUR }));
    const store = await storeWith(transport.freshStore, jobs);
    expect(await store.jobsToExpire(NOW, 2)).toEqual([idOf(3), idOf(2)]);
  });
});
