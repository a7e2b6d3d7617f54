import { expect, it } from "vitest";
import { jobDueAt, offerDueAt } from "../../src/domain/favours/due.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { readKeptStore } from "../kept-stores/kept-store.ts";
import { decision, idOf, job, NOW, offer } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const LATER = NOW + 400 * DAY;

/** Every favour and offer that is listed, with when it is due. */
async function listed(store: RedisStore): Promise<string[]> {
  const due = await store.favoursDue(LATER, 100);
  return due.map(({ jobId, offerId }) => (offerId === null ? jobId : `${jobId} ${offerId}`));
}

describeOnBoth("what is due", (transport) => {
  const open = job({ id: idOf(1), state: "open", publishedAt: NOW, expiresAt: NOW + 30 * DAY });
  const sent = offer({ id: idOf(1001), jobId: open.id, state: "sent", expiresAt: NOW + 14 * DAY });

  it("is listed by when it is due, favours and offers in one list, as many as are asked for", async () => {
    const store = await transport.freshStore();
    const changes = [
      { kind: "job", before: null, after: open },
      { kind: "offer", before: null, after: sent },
    ] as const;
    await store.commit(decision({ changes: [...changes] }), NOW);
    expect(await listed(store)).toEqual([`${open.id} ${sent.id}`, open.id]);
    expect(await store.favoursDue(LATER, 1)).toEqual([{ jobId: open.id, offerId: sent.id }]);
    const offerDue = offerDueAt(sent) ?? 0;
    expect(await store.favoursDue(offerDue - 1, 100)).toEqual([]);
    expect(await store.favoursDue(offerDue, 100)).toHaveLength(1);
    expect(await store.favoursDue(jobDueAt(open) ?? 0, 100)).toHaveLength(2);

    const withdrawn = { ...sent, version: sent.version + 1, state: "withdrawn", closedAt: NOW } as const;
    await store.commit(decision({ changes: [{ kind: "offer", before: sent, after: withdrawn }] }), NOW);
    expect(await listed(store)).toEqual([open.id]);
  });

  it("that nothing was done to waits for an hour, or goes if it is not due at all", async () => {
    const store = await transport.freshStore();
    await store.commit(decision({ changes: [{ kind: "job", before: null, after: open }] }), NOW);
    const at = jobDueAt(open) ?? 0;
    await store.relistDue({ jobId: open.id, offerId: null }, at);
    expect(await store.favoursDue(at + HOUR - 1, 100)).toEqual([]);
    expect(await store.favoursDue(at + HOUR, 100)).toHaveLength(1);
    // Asked for too early it is listed as it was.
    await store.relistDue({ jobId: open.id, offerId: null }, at - DAY);
    expect(await store.favoursDue(at, 100)).toHaveLength(1);

    // Neither of them is stored.
    await store.relistDue({ jobId: idOf(2), offerId: null }, NOW);
    await store.relistDue({ jobId: open.id, offerId: idOf(1002) }, NOW);
    expect(await listed(store)).toEqual([open.id]);
  });
});

describeOnBoth("what was stored before there was a list", (transport) => {
  it.each(["november-2026", "november-2026-mended", "november-2026-house"])(
    "of %s is listed in steps, once",
    async (name) => {
      const kept = readKeptStore(name);
      const store = await transport.keptStore(kept.contents);
      expect(await listed(store)).toEqual([]);
      let steps = 0;
      while (!(await store.migrate(5, kept.filledAt))) steps += 1;
      expect(steps).toBeGreaterThan(3);
      const found = await store.favoursDue(LATER, 100);
      const jobs = await store.readMany("job", [...new Set(found.map(({ jobId }) => jobId))]);
      // Of every state in which something will happen by itself.
      const states = new Set(jobs.map((one) => one?.state));
      for (const state of [
        "open",
        "held",
        "hidden",
        "assigned",
        "delivered",
        "done",
        "expired",
        "withdrawn",
      ]) {
        expect(states).toContain(state);
      }
      expect(found.some(({ offerId }) => offerId !== null)).toBe(true);
      expect(await store.migrate(5, kept.filledAt)).toBe(true);
    },
  );
});
