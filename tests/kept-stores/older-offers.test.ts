import { expect, it, vi } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import type { RedisStore } from "../../src/store/store.ts";
import type { Contents } from "../store/contents.ts";
import { createTestSite } from "../support/site/test-site.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { type KeptStore, readKeptStore } from "./kept-store.ts";

// A migration in small steps asks the store thousands of times.
vi.setConfig({ testTimeout: 60_000 });

/** What the migrations change; everything else has to stay byte for byte. */
const CHANGED =
  /^(?:offer:|offers:|offers-of:|offers-ended$|counter:offer-changes:|jobs-of:|favours-due$|things-of:|all-of:|waiting$|outcomes:|first-offers:|migration:)/;

for (const name of ["november-2026", "november-2026-mended"]) {
  const kept = readKeptStore(name);
  const now = kept.filledAt + HOUR;
  const jobs = keysOf(kept, "offers-of:");

  describeOnBoth(`the offers of a store of ${name}`, (transport) => {
    async function migrate(store: RedisStore): Promise<number> {
      let steps = 1;
      while (!(await store.migrate(5, now))) steps += 1;
      return steps;
    }

    it("are moved to their favours, in steps, once; nothing else changes", async () => {
      const store = await transport.keptStore(kept.contents);
      const before = await transport.contents();
      const read = await Promise.all(jobs.map(async (id) => (await store.offersOf(id, now)).offers));
      expect(read.flat().length).toBeGreaterThan(5);

      expect(await migrate(store)).toBeGreaterThan(3);
      const after = await transport.contents();
      expect(unchanged(after)).toEqual(unchanged(before));
      expect(Object.keys(after).filter((key) => key.startsWith("offers-of:"))).toEqual([]);
      expect(await Promise.all(jobs.map(async (id) => (await store.offersOf(id, now)).offers))).toEqual(read);
      for (const id of jobs) {
        const texts = Object.entries(after[`offers:${id}`] ?? {});
        expect(texts.length).toBeGreaterThan(0);
        for (const [offer, text] of texts) {
          expect(String(text).replace(/"forgetAt":\d+,/, "")).toBe(before[`offer:${offer}`]);
        }
      }

      expect(await store.migrate(1, now)).toBe(true);
      expect(await transport.contents()).toEqual(after);
    }, 60_000);

    it("what had ended before it was counted is counted", async () => {
      const store = await transport.keptStore(kept.contents);
      expect((await store.publicNumbers(now)).ended).toBe(0);
      await migrate(store);
      expect(await store.publicNumbers(now)).toMatchObject({ done: 1, ended: 3 });
      expect((await store.doneJobs(1)).jobs).toMatchObject([{ title: "Un favor para guardar: done" }]);
    });

    it("are told from what was read while they moved: who decides upon it has to read again", async () => {
      const store = await transport.keptStore(kept.contents);
      const [jobId = ""] = jobs;
      const { seen } = await store.offersOf(jobId, now);
      await migrate(store);
      expect((await store.offersOf(jobId, now)).seen).toBe(seen + 1);
    });

    it("are forgotten when they would have been, where they were and where they are", async () => {
      const endings = Object.entries(kept.contents).filter(
        ([key, { ttl }]) => key.startsWith("offer:") && ttl !== null && ttl > 80 * DAY,
      );
      expect(endings.length).toBeGreaterThan(2);
      const store = await transport.keptStore(kept.contents);
      await migrate(store);
      const after = await transport.contents();
      for (const [key, { ttl }] of endings) {
        const id = key.slice("offer:".length);
        const jobId = jobs.find((one) => Object.keys(after[`offers:${one}`] ?? {}).includes(id)) ?? "";
        const end = now + (ttl ?? 0);
        expect(await store.readOffer(jobId, id, end - HOUR)).toMatchObject({ id });
        expect(await store.readOffer(jobId, id, end + 1)).toBeNull();
      }
    });

    it("are moved by the sweeper too, and the old links do what they did", async () => {
      const site = await createTestSite({ store: await transport.keptStore(kept.contents), limits: false });
      site.clock.now = now;
      for (let round = 0; round < 8; round += 1) await sweep(site.services);
      expect(Object.keys(await transport.contents()).filter((key) => key.startsWith("offers-of:"))).toEqual(
        [],
      );
      const act = async (link: string, action: string) =>
        (await site.send(`/api/links/${kept.links[link] ?? ""}`, { action })).body["state"];
      expect(await act("confirm offer unconfirmed", "confirm")).toBe("sent");
      expect(await act("helper outdated", "reconfirm")).toBe("sent");
      expect(await act("helper standby", "withdraw")).toBe("withdrawn");
      expect(await act("helper accepted", "deliver")).toBe("delivered");
      expect(await act("poster delivered", "complete")).toBe("done");
      site.stop();
    });
  });
}

function keysOf({ contents }: KeptStore, start: string): string[] {
  return Object.keys(contents)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}

function unchanged(contents: Contents): Contents {
  return Object.fromEntries(Object.entries(contents).filter(([key]) => !CHANGED.test(key)));
}
