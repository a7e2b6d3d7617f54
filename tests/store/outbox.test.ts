import { expect, it } from "vitest";
import { HOUR, MINUTE } from "../../src/domain/time.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { decision, mail, NOW } from "./builders.ts";
import { describeOnBoth } from "./transports.ts";

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

  it("lets only so many mails an hour go to one address", async () => {
    const store = await transport.freshStore();
    const counted = await Promise.all(Array.from({ length: 8 }, () => store.countMail("hash", 494_000, 5)));
    expect(counted.filter(Boolean)).toHaveLength(5);
    expect(await store.countMail("hash", 494_001, 5)).toBe(true);
    expect(await store.countMail("another", 494_000, 5)).toBe(true);
    expect(await store.countMail("nobody", 494_000, 0)).toBe(false);
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
