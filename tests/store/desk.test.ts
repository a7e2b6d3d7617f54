import { expect, it } from "vitest";
import { LOG_DAYS } from "../../src/domain/kernel/limits.ts";
import { mailboxOffersCounter } from "../../src/domain/records/decision.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import type { LogEntry } from "../../src/domain/records/log-entry.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { apply } from "../../src/store/commit.ts";
import { write } from "../../src/store/instructions.ts";
import { createStore } from "../../src/store/store.ts";
import { WAITING } from "../../src/store/keys.ts";
import { comment, idOf, job, newComment, offer, saved } from "../support/builders/records.ts";

const NOW = Date.parse("2026-12-01T10:00:00Z");

describeOnBoth("what waits for a moderator", (transport) => {
  it("comes riskiest first, then what has waited longest, by pages, and leaves with the decision", async () => {
    const store = await transport.freshStore();
    const risky = job({ state: "held", signals: ["advanceMoney"], createdAt: NOW + 2 });
    const older = comment({ id: idOf(1), state: "held", signals: [], createdAt: NOW });
    const newer = comment({ id: idOf(2), state: "held", signals: [], createdAt: NOW + 1 });
    await store.commit(
      saved(
        { kind: "comment", before: null, after: newer },
        { kind: "job", before: null, after: risky },
        { kind: "comment", before: null, after: older },
        { kind: "comment", before: null, after: comment({ id: idOf(3), state: "approved" }) },
      ),
      NOW,
    );
    const page = async (from: number, limit: number) => {
      const { things, total } = await store.waiting(from, limit, NOW);
      const ids = things.map(({ linked }) => (linked.kind === "comment" ? linked.comment.id : linked.kind));
      return { ids, total };
    };
    expect(await page(0, 2)).toEqual({ ids: ["job", older.id], total: 3 });
    expect(await page(2, 2)).toEqual({ ids: [newer.id], total: 3 });
    expect(await page(4, 2)).toEqual({ ids: [], total: 3 });

    const approved = { ...older, version: older.version + 1, state: "approved" as const, publishedAt: NOW };
    await store.commit(saved({ kind: "comment", before: older, after: approved }), NOW);
    expect(await page(0, 9)).toEqual({ ids: ["job", newer.id], total: 2 });
  });

  it("a held offer waits, is none of its favour's offers, and leaves when it is let through", async () => {
    const store = await transport.freshStore();
    const open = job({ state: "open" });
    const held = offer({ jobId: open.id, state: "held", signals: ["advanceMoney"], mailbox: "box" });
    const guards = [{ type: "atMost", counter: mailboxOffersCounter(open.id, "box"), max: 0 }] as const;
    const made = saved(
      { kind: "job", before: null, after: open },
      { kind: "offer", before: null, after: held },
    );
    await store.commit({ ...made, guards }, NOW);
    const { things } = await store.waiting(0, 9, NOW);
    expect(things.map(({ why, linked }) => [why, linked])).toEqual([
      ["offer", { kind: "offer", job: open, offer: held }],
    ]);
    const offers = async () => (await store.jobWithOffers(open.id))?.offers;
    expect(await offers()).toBe(0);
    // Its mailbox can't have another one on its way.
    const second = { ...saved({ kind: "offer", before: null, after: { ...held, id: idOf(7) } }), guards };
    expect((await store.commit(second, NOW)).status).toBe("limit");

    const sent = { ...held, version: held.version + 1, state: "sent" as const };
    await store.commit(saved({ kind: "offer", before: held, after: sent }), NOW);
    expect((await store.waiting(0, 9, NOW)).total).toBe(0);
    expect(await offers()).toBe(1);
    expect((await store.commit(second, NOW)).status).toBe("limit");
  });

  it("what was decided is listed newest first, and leaves the list when its time is over", async () => {
    const store = await transport.freshStore();
    const entry = (n: number): LogEntry => ({
      id: `aaaaaaaaaaaaaaaaaaa${String.fromCharCode(97 + n)}`,
      version: 1,
      at: NOW + n,
      by: "hash",
      kind: "job",
      thing: "bbbbbbbbbbbbbbbbbbbb",
      action: "approve",
      reason: null,
      address: "hash",
      waited: 5,
    });
    for (const n of [0, 1, 2])
      await store.commit(
        saved({ kind: "logEntry", before: null, after: entry(n), forgetAt: NOW + LOG_DAYS * DAY }),
        NOW,
      );
    const ats = async () => (await store.newestDecisions(10)).map(({ at }) => at - NOW);
    expect(await ats()).toEqual([2, 1, 0]);
    await store.forgetDecisions(NOW + 2, 1);
    expect(await ats()).toEqual([2, 1]);
    await store.forgetDecisions(NOW + 2, 10);
    expect(await ats()).toEqual([2]);
  });

  it("how many live favours an address has, in the order asked for", async () => {
    const store = await transport.freshStore();
    const open = job({ state: "open" });
    await store.commit(saved({ kind: "job", before: null, after: open }), NOW);
    expect(await store.liveJobCounts(["nobody", open.poster.address])).toEqual([0, 1]);
    expect(await store.liveJobCounts([])).toEqual([]);
  });

  it("what was held before the queue was kept gets its place, step by step and once", async () => {
    const client = await transport.freshClient();
    const store = createStore(client, "embedded");
    for (const n of [1, 2, 3])
      await store.commit(saved(newComment(comment({ id: idOf(n), state: "held" }))), NOW);
    await store.commit(saved(newComment(comment({ id: idOf(4), state: "approved" }))), NOW);
    const before = await store.waiting(0, 9, NOW);
    await apply(client, "forget the queue", [], [write.del(WAITING)]);
    expect((await store.waiting(0, 9, NOW)).total).toBe(0);
    let steps = 1;
    while (!(await store.migrate(1, NOW))) steps += 1;
    expect(steps).toBeGreaterThan(3);
    expect(await store.waiting(0, 9, NOW)).toEqual(before);
    expect(before.total).toBe(3);
    await apply(client, "forget the queue", [], [write.del(WAITING)]);
    expect(await store.migrate(1, NOW)).toBe(true);
    expect((await store.waiting(0, 9, NOW)).total).toBe(0);
  });
});
