import { expect, it } from "vitest";
import { WRITER_LIMIT } from "../../src/domain/records/decision.ts";
import { MAILBOXES_AN_HOUR } from "../../src/domain/kernel/limits.ts";
import { DAY, HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { decision, mail, NOW } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";

async function storeWithMail(fresh: () => Promise<RedisStore>, ...numbers: number[]): Promise<RedisStore> {
  const store = await fresh();
  for (const n of numbers) await store.commit(decision({ mails: [mail(n)] }), NOW + n);
  return store;
}

const LEASE = 2 * MINUTE;

describeOnBoth("the outbox", (transport) => {
  it("holds what commits put in, longest due first", async () => {
    const store = await storeWithMail(transport.freshStore, 2, 1, 3);
    expect(await store.dueMails(NOW, 10)).toEqual([]);
    expect(await store.dueMails(NOW + 2, 10)).toEqual([mail(1).id, mail(2).id]);
    expect(await store.dueMails(NOW + HOUR, 1)).toEqual([mail(1).id]);
  });

  it("gives a mail to exactly one of many who want it at once", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => store.claimMail(mail().id, NOW + 1, LEASE)),
    );
    expect(claims.filter((claim) => claim !== null)).toEqual([{ ...mail(), attempts: 1, firstAt: NOW + 1 }]);
    expect(await store.dueMails(NOW + MINUTE, 10)).toEqual([]);
  });

  it("gives it again when whoever had it did not come back", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    await store.claimMail(mail().id, NOW, LEASE);
    expect(await store.claimMail(mail().id, NOW + LEASE - 1, LEASE)).toBeNull();
    expect(await store.dueMails(NOW + LEASE, 10)).toEqual([mail().id]);
    expect(await store.claimMail(mail().id, NOW + LEASE, LEASE)).toMatchObject({
      attempts: 2,
      firstAt: NOW + 1,
    });
  });

  it("forgets a mail that left, and never takes the same event again", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    await store.claimMail(mail().id, NOW, LEASE);
    await store.mailSent(mail().id, NOW);
    expect(await store.claimMail(mail().id, NOW + HOUR, LEASE)).toBeNull();
    await store.commit(decision({ mails: [mail()] }), NOW + HOUR);
    expect(await store.dueMails(NOW + 2 * HOUR, 10)).toEqual([]);
    expect(await store.claimMail(mail().id, NOW + 2 * HOUR, LEASE)).toBeNull();
  });

  it("lets a commit take back a mail that waits, and only one that nobody has set out to send", async () => {
    const store = await transport.freshStore();
    const waits = { type: "mailWaits", mail: mail().id } as const;
    const takeBack = decision({ guards: [waits], drops: [mail().id] });
    expect(await store.commit(takeBack, NOW)).toEqual({ status: "conflict" });

    await store.commit(decision({ mails: [{ ...mail(), dueAt: NOW + HOUR }] }), NOW);
    expect(await store.claimMail(mail().id, NOW, LEASE)).toBeNull();
    expect(await store.commit(takeBack, NOW)).toEqual({ status: "committed" });
    expect(await store.dueMails(NOW + 2 * HOUR, 10)).toEqual([]);

    await store.commit(decision({ mails: [{ ...mail(), dueAt: NOW + HOUR }] }), NOW);
    await store.claimMail(mail().id, NOW + HOUR, LEASE);
    expect(await store.commit(takeBack, NOW + HOUR)).toEqual({ status: "conflict" });
    await store.mailSent(mail().id, NOW + HOUR);
    expect(await store.commit(takeBack, NOW + HOUR)).toEqual({ status: "conflict" });
  });

  it("takes the same event in once, however often it is committed", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    await store.claimMail(mail().id, NOW, LEASE);
    await store.commit(decision({ mails: [mail()] }), NOW);
    expect(await store.dueMails(NOW + MINUTE, 10)).toEqual([]);
    expect(await store.claimMail(mail().id, NOW + MINUTE, LEASE)).toBeNull();
  });

  it("has a mail that failed due again when it was said to be", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    await store.claimMail(mail().id, NOW, LEASE);
    await store.mailFailed(mail().id, NOW, NOW + 5 * MINUTE, "429");
    expect(await store.dueMails(NOW + 5 * MINUTE - 1, 10)).toEqual([]);
    expect(await store.dueMails(NOW + 5 * MINUTE, 10)).toEqual([mail().id]);
    expect(await store.claimMail(mail().id, NOW + 5 * MINUTE, LEASE)).toMatchObject({ attempts: 2 });
    expect(await store.deadMails(10)).toEqual([]);
  });

  it("keeps what was given up where it can be seen, newest first", async () => {
    const store = await storeWithMail(transport.freshStore, 1, 2);
    for (const n of [1, 2]) {
      await store.claimMail(mail(n).id, NOW + n, LEASE);
      await store.mailFailed(mail(n).id, NOW + n, null, `refused ${n}`);
    }
    expect(await store.dueMails(NOW + HOUR, 10)).toEqual([]);
    expect(await store.claimMail(mail(1).id, NOW + HOUR, LEASE)).toBeNull();
    const dead = [2, 1].map((n) => ({
      ...mail(n),
      attempts: 1,
      firstAt: NOW + n,
      deadAt: NOW + n,
      error: `refused ${n}`,
    }));
    expect(await store.deadMails(10)).toEqual(dead);
    expect(await store.deadMails(1)).toEqual(dead.slice(0, 1));
  });

  it("forgets what was given up, with its address, seven days later, so many a call", async () => {
    const store = await storeWithMail(transport.freshStore, 1, 2, 3);
    for (const n of [1, 2, 3]) {
      await store.claimMail(mail(n).id, NOW, LEASE);
      await store.mailFailed(mail(n).id, NOW + n, null, "refused");
    }
    await store.clearDeadMails(NOW + 7 * DAY, 10);
    expect(await store.deadMails(10)).toHaveLength(3);
    await store.clearDeadMails(NOW + 7 * DAY + 3, 2);
    expect((await store.deadMails(10)).map(({ id }) => id)).toEqual([mail(3).id]);
    await store.clearDeadMails(NOW + 7 * DAY + 3, 2);
    expect(await store.deadMails(10)).toEqual([]);
    expect(JSON.stringify(await transport.contents())).not.toContain(mail(1).to);
  });

  it("lets only so many mails an hour go to one address", async () => {
    const store = await transport.freshStore();
    const counted = await Promise.all(Array.from({ length: 8 }, () => store.countMail("hash", 494_000, 5)));
    expect(counted.filter(Boolean)).toHaveLength(5);
    expect(await store.countMail("hash", 494_001, 5)).toBe(true);
    expect(await store.countMail("another", 494_000, 5)).toBe(true);
    expect(await store.countMail("nobody", 494_000, 0)).toBe(false);
  });

  it("lets one visitor cause only a share of them", async () => {
    const store = await transport.freshStore();
    const count = (sender: string) => store.countMail("hash", 494_000, 5, { sender, max: 3 });
    const counted: boolean[] = [];
    for (const sender of ["a", "a", "a", "a", "b", "c", "d"]) counted.push(await count(sender));
    expect(counted).toEqual([true, true, true, false, true, true, false]);
    expect(await store.countMail("another", 494_000, 5, { sender: "a", max: 3 })).toBe(true);
  });

  it("gives a mail to nobody before it is due", async () => {
    const store = await transport.freshStore();
    await store.commit(decision({ mails: [{ ...mail(), dueAt: NOW + HOUR }] }), NOW);
    expect(await store.claimMail(mail().id, NOW + HOUR - 1, LEASE)).toBeNull();
    expect(await store.dueMails(NOW + HOUR - 1, 10)).toEqual([]);
    expect(await store.dueMails(NOW + HOUR, 10)).toEqual([mail().id]);
    expect(await store.claimMail(mail().id, NOW + HOUR, LEASE)).toMatchObject({ dueAt: NOW + HOUR });
  });

  it("gives nobody a mail that failed before it is due again", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    await store.claimMail(mail().id, NOW, LEASE);
    await store.mailFailed(mail().id, NOW, NOW + 5 * MINUTE, "429");
    expect(await store.claimMail(mail().id, NOW + MINUTE, LEASE)).toBeNull();
  });

  it("forgets a mail that is dropped, which is no dead letter", async () => {
    const store = await storeWithMail(transport.freshStore, 1);
    await store.dropMail(mail().id);
    expect(await transport.contents()).toEqual({});
    expect(await store.deadMails(10)).toEqual([]);
  });

  it("keeps no visitor's hash with a dead letter", async () => {
    const store = await transport.freshStore();
    await store.commit(decision({ mails: [{ ...mail(), sender: "hash-of-a-visitor" }] }), NOW);
    expect(await store.claimMail(mail().id, NOW, LEASE)).toMatchObject({ sender: "hash-of-a-visitor" });
    await store.mailFailed(mail().id, NOW, null, "refused");
    expect(JSON.stringify(await transport.contents())).not.toContain("hash-of-a-visitor");
    expect(await store.deadMails(1)).toMatchObject([{ id: mail().id }]);
  });

  it("changes a queue for exactly one of many who read it", async () => {
    const store = await storeWithMail(transport.freshStore, 1, 2);
    const seen = await store.mailQueue("q");
    const { id } = mail(2);
    await store.claimMail(id, NOW + 2, LEASE);
    const move = { waiting: [{ id, at: NOW + 2, first: false }], left: [], drop: [], ttl: DAY };
    const hold = { id, until: NOW + HOUR, why: "waits" };
    const moved = await Promise.all(
      Array.from({ length: 5 }, () => store.moveQueue("q", seen, { ...move, hold }, NOW + 2)),
    );
    // Whoever comes after the mail was put back has nothing to put back any more.
    expect(moved).toContain(true);
    expect(await store.moveQueue("q", seen, { ...move, drop: [mail(1).id] }, NOW + 2)).toBe(false);
    expect(await store.dueMails(NOW + HOUR, 10)).toEqual([mail(1).id, id]);
    expect(await store.claimMail(id, NOW + HOUR, LEASE)).toMatchObject({ attempts: 1 });
  });

  it("takes out of a queue what waits there no longer", async () => {
    const store = await storeWithMail(transport.freshStore, 1, 2, 3);
    const waiting = [1, 2, 3].map((n) => ({ id: mail(n).id, at: NOW + n, first: false }));
    await store.moveQueue(
      "q",
      await store.mailQueue("q"),
      { waiting, left: [], drop: [mail(1).id], ttl: DAY },
      NOW,
    );
    await store.mailFailed(mail(2).id, NOW + 5, null, "refused");
    expect((await store.mailQueue("q")).waiting).toEqual(waiting.slice(2));
  });
});

describeOnBoth("a visitor who types addresses", (transport) => {
  const writes = (store: RedisStore, n: number, mailbox: string, now = NOW, visitor = "a") =>
    store.commit(decision({ mails: [mail(n)] }), now, undefined, { visitor, mailbox });

  it("has letters sent to so many mailboxes an hour, and what is refused leaves nothing", async () => {
    const store = await transport.freshStore();
    for (let n = 0; n < MAILBOXES_AN_HOUR; n += 1) {
      expect((await writes(store, n, `box ${n}`)).status).toBe("committed");
    }
    expect(await writes(store, 10, "one more")).toEqual({ status: "limit", counter: WRITER_LIMIT });
    expect(await store.dueMails(NOW, 20)).toHaveLength(MAILBOXES_AN_HOUR);
    expect((await writes(store, 11, "box 0")).status).toBe("committed");
    expect((await writes(store, 12, "one more", NOW, "b")).status).toBe("committed");
    expect((await writes(store, 13, "one more", NOW + HOUR)).status).toBe("committed");
  });
});

describeOnBoth("purges that failed", (transport) => {
  it("wait, longest first, until they are done", async () => {
    const store = await transport.freshStore();
    await store.keepPurge(["jobs", "job:abc"], NOW + 1);
    await store.keepPurge(["thread:uno"], NOW);
    await store.keepPurge([], NOW);
    expect(await store.pendingPurges(10)).toEqual(["thread:uno", "job:abc", "jobs"]);
    expect(await store.pendingPurges(1)).toEqual(["thread:uno"]);
    await store.dropPurge(["job:abc", "thread:uno"]);
    await store.dropPurge([]);
    expect(await store.pendingPurges(10)).toEqual(["jobs"]);
  });
});
