import { expect, it } from "vitest";
import { DAY } from "../../src/domain/kernel/time.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import { encode, write } from "../../src/store/instructions.ts";
import { OFFERS_ENDED } from "../../src/store/keys.ts";
import { endedMember } from "../../src/store/offer-steps.ts";
import { runScript } from "../../src/store/redis/client.ts";
import { COMMIT_SCRIPT } from "../../src/store/redis/scripts.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";
import { idOf, job, newJob, newOffer, next, NOW, offer, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const JOB = job().id;
const END = NOW + 90 * DAY;

/** A favour with an offer that ended and is forgotten at `END`, and one that lives. */
async function withEnded(store: RedisStore): Promise<{ ended: Offer; live: Offer }> {
  const [sent, live] = [offer(), offer({ id: idOf(1002), createdAt: NOW + 1 })];
  const ended = next(sent, { state: "withdrawn", closedAt: NOW });
  await store.commit(saved(newJob(job()), newOffer(sent), newOffer(live)), NOW);
  await store.commit(saved({ kind: "offer", before: sent, after: ended, forgetAt: END }), NOW);
  return { ended, live };
}

describeOnBoth("a favour's offers", (transport) => {
  it("stand in one key, oldest first", async () => {
    const store = await transport.freshStore();
    const offers = [1009, 1003, 1005].map((n, at) =>
      offer({ id: idOf(n), createdAt: NOW + (at > 0 ? 1 : 0) }),
    );
    await store.commit(saved(newJob(job()), ...offers.map(newOffer)), NOW);
    expect((await store.offersOf(JOB, NOW)).offers.map(({ id }) => id)).toEqual([1009, 1003, 1005].map(idOf));
    const keys = Object.keys(await transport.contents()).filter((key) => key.startsWith("offer"));
    expect(keys).toEqual([`offers:${JOB}`]);
  });

  it("that ended are not read from their end on, whether or not the sweeper has been by", async () => {
    const store = await transport.freshStore();
    const { ended, live } = await withEnded(store);
    const read = async (now: number) => [
      (await store.offersOf(JOB, now)).offers,
      await store.readOffer(JOB, ended.id, now),
    ];
    expect(await read(END - 1)).toEqual([[ended, live], ended]);
    expect(await read(END)).toEqual([[live], null]);
    await store.clearEndedOffers(END, 10);
    expect(await read(END)).toEqual([[live], null]);
  });

  it("that ended are cleared away at their end, not before, and leave nothing", async () => {
    const store = await transport.freshStore();
    const { ended, live } = await withEnded(store);
    await store.clearEndedOffers(END - 1, 10);
    expect(await store.readOffer(JOB, ended.id, NOW)).toEqual(ended);
    await store.clearEndedOffers(END, 10);
    expect(await store.readOffer(JOB, ended.id, NOW)).toBeNull();
    const contents = await transport.contents();
    expect(JSON.stringify(contents)).not.toContain(ended.id);
    expect(await store.readOffer(JOB, live.id, NOW)).toEqual(live);
  });

  it("are cleared in bounded steps", async () => {
    const store = await transport.freshStore();
    const sent = [1001, 1002, 1003].map((n) => offer({ id: idOf(n) }));
    await store.commit(saved(newJob(job()), ...sent.map(newOffer)), NOW);
    const ending = sent.map((before) => ({
      before,
      after: next(before, { state: "declined", closedAt: NOW }),
    }));
    await store.commit(
      saved(...ending.map((change) => ({ kind: "offer", ...change, forgetAt: END }) as const)),
      NOW,
    );
    const left = async () => Object.keys((await transport.contents())[`offers:${JOB}`] ?? {}).length;
    await store.clearEndedOffers(END, 2);
    expect(await left()).toBe(1);
    await store.clearEndedOffers(END, 2);
    expect(await left()).toBe(0);
  });

  it("that live on are left alone, even if the list still names them", async () => {
    const client = await transport.freshClient();
    const store = createStore(client, "embedded");
    const { live } = await withEnded(store);
    const { keys, args } = encode([], [write.zadd(OFFERS_ENDED, END, endedMember(JOB, live.id))]);
    await runScript(client, COMMIT_SCRIPT, keys, args);
    await store.clearEndedOffers(END, 10);
    expect(await store.readOffer(JOB, live.id, END)).toEqual(live);
    expect(await transport.contents()).not.toHaveProperty([OFFERS_ENDED]);
  });

  it("that are erased leave nothing, the list of what is to be forgotten included", async () => {
    const store = await transport.freshStore();
    const { ended } = await withEnded(store);
    await store.commit(saved({ kind: "offer", before: ended, after: null }), NOW);
    expect(JSON.stringify(await transport.contents())).not.toContain(ended.id);
  });

  it("that live on after an end keep no end", async () => {
    const store = await transport.freshStore();
    const { ended } = await withEnded(store);
    const again = next(ended, { state: "sent", closedAt: null });
    await store.commit(saved({ kind: "offer", before: ended, after: again }), NOW);
    await store.clearEndedOffers(END, 10);
    expect(await store.readOffer(JOB, ended.id, END)).toEqual(again);
  });

  it("that nobody confirmed are forgotten by themselves, and belong to no list but that of their address", async () => {
    const store = await transport.freshStore();
    const unconfirmed = offer({ state: "unconfirmed" });
    await store.commit(saved({ kind: "offer", before: null, after: unconfirmed, forgetAt: NOW + DAY }), NOW);
    expect(await store.readOffer(JOB, unconfirmed.id, NOW)).toEqual(unconfirmed);
    expect((await store.offersOf(JOB, NOW)).offers).toEqual([]);
    const short = offer({ id: idOf(1002), state: "unconfirmed" });
    await store.commit(saved({ kind: "offer", before: null, after: short, forgetAt: NOW + 1 }), NOW);
    await new Promise((resolve) => setTimeout(resolve, 25));
    expect(Object.keys(await transport.contents()).toSorted()).toEqual([
      `offer:${unconfirmed.id}`,
      `waiting-of:${unconfirmed.helper.address}`,
    ]);
  });

  it("move to the others when they are confirmed", async () => {
    const store = await transport.freshStore();
    const unconfirmed = offer({ state: "unconfirmed" });
    const sent = next(unconfirmed, { state: "sent" });
    await store.commit(saved({ kind: "offer", before: null, after: unconfirmed, forgetAt: NOW + DAY }), NOW);
    await store.commit(saved({ kind: "offer", before: unconfirmed, after: sent }), NOW);
    expect(await store.readOffer(JOB, sent.id, NOW + DAY)).toEqual(sent);
    const contents = await transport.contents();
    expect(contents).not.toHaveProperty([`offer:${sent.id}`]);
    expect(contents[`offers:${JOB}`]).toEqual({ [sent.id]: JSON.stringify(versionFirst(sent)) });
  });

  it("are guarded by their version wherever they stand", async () => {
    const store = await transport.freshStore();
    const [unconfirmed, sent] = [offer({ state: "unconfirmed" }), offer({ id: idOf(1002) })];
    await store.commit(saved(newOffer(unconfirmed), newOffer(sent)), NOW);
    for (const kept of [unconfirmed, sent]) {
      const commit = (before: Offer | null) =>
        store.commit(saved({ kind: "offer", before, after: next(kept, {}) }), NOW);
      expect(await commit(null)).toEqual({ status: "conflict" });
      expect(await commit({ ...kept, version: 2 })).toEqual({ status: "conflict" });
      expect(await commit(kept)).toEqual({ status: "committed" });
      expect(await commit(kept)).toEqual({ status: "conflict" });
    }
  });
});

function versionFirst({ version, ...fields }: Offer): object {
  return { version, ...fields };
}
