import { expect, it } from "vitest";
import { liveJobsCounter } from "../../src/domain/records/decision.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { commitSteps } from "../../src/store/commit.ts";
import {
  decision,
  idOf,
  job,
  mail,
  newJob,
  newOffer,
  next,
  NOW,
  offer,
  person,
  saved,
} from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

it("keeps the answer to a form for as long as it was told, and no longer", () => {
  const once = { key: "k", answer: "a", keepFor: 7 * HOUR };
  const { writes } = commitSteps(decision({}), NOW, once);
  expect(writes).toEqual([expect.objectContaining({ name: "set", args: ["a", String(7 * HOUR)] })]);
});

describeOnBoth("a commit", (transport) => {
  it("stores what was decided, and gives it back as it was", async () => {
    const store = await transport.freshStore();
    const asked = job({ title: 'Ñandú "007" 🐦', town: "1e3", expiresAt: Number.MAX_SAFE_INTEGER });
    expect(await store.commit(saved(newJob(asked)), NOW)).toEqual({ status: "committed" });
    expect(await store.read("job", asked.id)).toEqual(asked);
    expect(await store.readMany("job", [idOf(9), asked.id])).toEqual([null, asked]);
    expect(await store.readMany("job", [])).toEqual([]);
  });

  it("conflicts when the record changed since it was read, and then changes nothing", async () => {
    const store = await transport.freshStore();
    const first = job();
    const second = next(first, { title: "Pasear a dos perras" });
    await store.commit(saved(newJob(first)), NOW);
    await store.commit(saved({ kind: "job", before: first, after: second }), NOW);
    const late = decision({
      changes: [
        newOffer(offer()),
        { kind: "job", before: first, after: next(first, { state: "withdrawn" }) },
      ],
      counts: [{ counter: "offers-of-day:x", by: 1, forgetAt: NOW + DAY }],
      mails: [mail()],
    });
    expect(await store.commit(late, NOW)).toEqual({ status: "conflict" });
    expect(await store.read("job", first.id)).toEqual(second);
    expect(await store.readOffer(offer().jobId, offer().id, NOW)).toBeNull();
    expect(await store.dueMails(NOW, 10)).toEqual([]);
    expect(await store.jobWithOffers(first.id)).toEqual({ job: second, offers: 0 });
  });

  it("conflicts when what should be new is there, or what should change is gone", async () => {
    const store = await transport.freshStore();
    const first = job();
    await store.commit(saved(newJob(first)), NOW);
    expect(await store.commit(saved(newJob(first)), NOW)).toEqual({ status: "conflict" });
    const gone: Parameters<typeof saved>[0] = { kind: "job", before: job({ id: idOf(2) }), after: null };
    expect(await store.commit(saved(gone), NOW)).toEqual({ status: "conflict" });
  });

  it("does not take version 1 for version 12", async () => {
    const store = await transport.freshStore();
    const twelfth = job({ version: 12 });
    await store.commit(saved(newJob(twelfth)), NOW);
    const change = saved({ kind: "job", before: { ...twelfth, version: 1 }, after: null });
    expect(await store.commit(change, NOW)).toEqual({ status: "conflict" });
  });

  it("looks at records that it does not change", async () => {
    const store = await transport.freshStore();
    const seen = job();
    await store.commit(saved(newJob(seen)), NOW);
    const unchanged = (id: string, version: number | null) =>
      store.commit(decision({ guards: [{ type: "unchanged", kind: "job", id, version }] }), NOW);
    expect(await unchanged(seen.id, 1)).toEqual({ status: "committed" });
    expect(await unchanged(seen.id, 2)).toEqual({ status: "conflict" });
    expect(await unchanged(seen.id, null)).toEqual({ status: "conflict" });
    expect(await unchanged(idOf(2), null)).toEqual({ status: "committed" });
    expect(await unchanged(idOf(2), 1)).toEqual({ status: "conflict" });
  });

  it("counts an address's live favours from the records themselves", async () => {
    const store = await transport.freshStore();
    const counter = liveJobsCounter(person().address);
    const atMost = (max: number) =>
      store.commit(decision({ guards: [{ type: "atMost", counter, max }] }), NOW);
    const [one, two, three] = [
      job(),
      job({ id: idOf(2), state: "held" }),
      job({ id: idOf(3), state: "unconfirmed" }),
    ];
    await store.commit(saved(newJob(one), newJob(two), newJob(three)), NOW);
    expect(await atMost(1)).toEqual({ status: "limit", counter });
    expect(await atMost(2)).toEqual({ status: "committed" });
    await store.commit(saved({ kind: "job", before: one, after: next(one, { state: "done" }) }), NOW);
    expect(await atMost(1)).toEqual({ status: "committed" });
    await store.commit(saved({ kind: "job", before: three, after: next(three, { state: "open" }) }), NOW);
    expect(await atMost(1)).toEqual({ status: "limit", counter });
  });

  it("adds to the counters a decision names", async () => {
    const store = await transport.freshStore();
    const counter = "offers-of-day:somebody:2026-05-04";
    const another = decision({
      guards: [{ type: "atMost", counter, max: 1 }],
      counts: [{ counter, by: 1, forgetAt: NOW + DAY }],
    });
    expect(await store.commit(another, NOW)).toEqual({ status: "committed" });
    expect(await store.commit(another, NOW)).toEqual({ status: "committed" });
    expect(await store.commit(another, NOW)).toEqual({ status: "limit", counter });
  });

  it("answers a form that was sent before as it was answered then", async () => {
    const store = await transport.freshStore();
    const once = { key: "hash-of-the-form", answer: '{"id":"1e3","state":"unconfirmed"}', keepFor: HOUR };
    expect(await store.repeated(once.key)).toBeNull();
    expect(await store.commit(saved(newJob(job())), NOW, once)).toEqual({ status: "committed" });
    const again = saved(newJob(job({ id: idOf(2) })));
    expect(await store.commit(again, NOW, { ...once, answer: "another" })).toEqual({
      status: "repeated",
      answer: once.answer,
    });
    expect(await store.repeated(once.key)).toBe(once.answer);
    expect(await store.read("job", idOf(2))).toBeNull();
  });

  it("does not keep the answer of a commit that did not go through", async () => {
    const store = await transport.freshStore();
    const impossible = saved({ kind: "job", before: job(), after: next(job(), {}) });
    expect(await store.commit(impossible, NOW, { key: "k", answer: "a", keepFor: HOUR })).toEqual({
      status: "conflict",
    });
    expect(await store.repeated("k")).toBeNull();
  });

  it("notices that an offer changed since the offers were read, but not that an unconfirmed one came", async () => {
    const store = await transport.freshStore();
    const sent = offer();
    await store.commit(saved(newJob(job()), newOffer(sent)), NOW);
    const { offers, seen } = await store.offersOf(job().id, NOW);
    expect(offers).toEqual([sent]);
    const guarded = decision({ guards: [{ type: "offersSeen", jobId: job().id, seen }] });
    await store.commit(saved(newOffer(offer({ id: idOf(1002), state: "unconfirmed" }))), NOW);
    expect(await store.commit(guarded, NOW)).toEqual({ status: "committed" });
    await store.commit(
      saved({ kind: "offer", before: sent, after: next(sent, { state: "withdrawn" }) }),
      NOW,
    );
    expect(await store.commit(guarded, NOW)).toEqual({ status: "conflict" });
  });

  it("forgets a record, and all that hangs on it, when the decision says so", async () => {
    const store = await transport.freshStore();
    const asked = job();
    await store.commit(saved(newJob(asked), newOffer(offer())), NOW);
    await store.commit(saved({ kind: "job", before: asked, after: null }), NOW);
    expect(await store.read("job", asked.id)).toBeNull();
    expect(await store.offersOf(asked.id, NOW)).toEqual({ offers: [], seen: 0 });
    expect((await store.board({ order: "newest", page: 1 }, NOW)).total).toBe(0);
  });

  it("forgets a record by itself when its time is over, at once when it is over already", async () => {
    const store = await transport.freshStore();
    const unconfirmed = job({ state: "unconfirmed" });
    const kept = job({ id: idOf(2), state: "unconfirmed" });
    const over = job({ id: idOf(3) });
    await store.commit(
      saved(
        { kind: "job", before: null, after: unconfirmed, forgetAt: NOW + 1 },
        { kind: "job", before: null, after: kept, forgetAt: NOW + 48 * HOUR },
        { kind: "job", before: null, after: over, forgetAt: NOW },
      ),
      NOW,
    );
    await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await store.readMany("job", [unconfirmed.id, kept.id, over.id])).toEqual([null, kept, null]);
    expect((await store.board({ order: "newest", page: 1 }, NOW)).total).toBe(0);
  });
});
