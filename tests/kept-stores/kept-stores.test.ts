import { expect, it } from "vitest";
import { retry } from "../../netlify/schedule/retry.ts";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { RECORD_SCHEMAS, type RecordKind } from "../../src/domain/records/records.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { parseRecord } from "../../src/store/records.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { type KeptStore, readKeptStore } from "./kept-store.ts";

/** One for each time that much changed. Files that an earlier commit left have to work with this one. */
const KEPT = ["november-2026", "november-2026-mended", "november-2026-house", "november-2026-board"];

/** What each old link still does an hour later: its name, what is asked of it, and the state that comes of it. */
const DOES: readonly (readonly [link: string, fields: Fields, state: string])[] = [
  ["confirm unconfirmed", { action: "confirm" }, "open"],
  ["confirm open", { action: "confirm" }, "open"],
  ["confirm offer unconfirmed", { action: "confirm" }, "sent"],
  ["confirm comment unconfirmed", { action: "confirm" }, "held"],
  ["poster expired", { action: "renew" }, "open"],
  ["poster open", { action: "withdraw", reason: "ya-no" }, "withdrawn"],
  ["helper sent", { action: "withdraw" }, "withdrawn"],
  ["helper outdated", { action: "reconfirm" }, "sent"],
  ["helper standby", { action: "withdraw" }, "withdrawn"],
  ["helper accepted", { action: "deliver" }, "delivered"],
  ["helper disputed", { action: "deliver" }, "delivered"],
  ["poster delivered", { action: "complete" }, "done"],
  ["poster done", { action: "erase" }, "erased"],
  ["poster held", { action: "withdraw", reason: "ya-no" }, "withdrawn"],
  ["poster taken-back", { action: "erase" }, "erased"],
  ["commenter approved", { action: "edit", text: "Corregido después de mucho tiempo." }, "approved"],
  ["commenter reply", { action: "delete" }, "deleted"],
  ["moderator comment held", { action: "approve" }, "approved"],
];

/** The same for links that the first stores have none of. */
const DOES_LATER: typeof DOES = [
  ["confirm reward unconfirmed", { action: "confirm" }, "joined"],
  ["joiner joined", { action: "revoke" }, "revoked"],
];

/** The favour of every offer by the offer's id, wherever that commit kept them: as records of their own or in a hash per favour. */
function offersIn({ contents }: KeptStore): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, entry] of Object.entries(contents)) {
    if (key.startsWith("offer:") && "text" in entry) {
      found.set(key.slice("offer:".length), parseRecord("offer", entry.text).jobId);
    }
    if (key.startsWith("offers:") && "fields" in entry) {
      for (const id of Object.keys(entry.fields)) found.set(id, key.slice("offers:".length));
    }
  }
  return found;
}

/** Kinds of records that came after the kept stores. */
const LATER_KINDS: ReadonlySet<RecordKind> = new Set<RecordKind>([
  "receipt",
  "reward",
  "mention",
  "myData",
  "digest",
  "notice",
  "session",
  "logEntry",
  "verdict",
  "report",
  "reported",
]);

for (const name of KEPT) {
  const kept = readKeptStore(name);
  const offers = offersIn(kept);
  /** An offer is asked for with its favour. */
  const readAll = (store: RedisStore, kind: RecordKind, ids: readonly string[]): Promise<unknown[]> =>
    kind === "offer"
      ? Promise.all(ids.map((id) => store.readOffer(offers.get(id) ?? "", id, kept.filledAt)))
      : store.readMany(kind, ids);

  describeOnBoth(`a store of ${name}`, (transport) => {
    async function site(): Promise<TestSite> {
      const opened = await createTestSite({ store: await transport.keptStore(kept.contents), limits: false });
      opened.clock.now = kept.filledAt + HOUR;
      return opened;
    }

    it("every record is read", async () => {
      const { store, stop } = await site();
      const ids = Object.entries(kept.contents)
        .filter(([, { ttl }]) => ttl === null || ttl > 0)
        .map(([key]) => key.split(/:(.*)/s));
      for (const kind of Object.keys(RECORD_SCHEMAS) as RecordKind[]) {
        const own =
          kind === "offer"
            ? [...offers.keys()]
            : ids.filter(([first]) => first === kind).map(([, id = ""]) => id);
        if (!LATER_KINDS.has(kind)) expect(own).not.toEqual([]);
        expect(await readAll(store, kind, own)).not.toContain(null);
      }
      expect(offers.size).toBe(11);
      stop();
    });

    it("the board and the threads show what they showed", async () => {
      const { read, stop } = await site();
      const titles = (body: Readonly<Record<string, unknown>>): unknown => JSON.stringify(body["jobs"]);
      const board = await read("/api/jobs");
      expect(board.body["total"]).toBe(3);
      expect(titles(board.body)).toContain("Un favor corregido después");
      expect((await read("/api/jobs?q=boletines&recompensa=hours")).body["total"]).toBe(1);
      const thread = await read("/api/comments?article=abierto");
      expect(thread.body["total"]).toBe(3);
      stop();
    });

    const later = DOES_LATER.filter(([link]) => kept.links[link] !== undefined);
    it.each([...DOES, ...later])("the link «%s» still does what it did: %o", async (link, fields, state) => {
      const { send, stop } = await site();
      const token = kept.links[link] ?? "";
      expect(await send(`/api/links/${token}`, fields)).toMatchObject({ status: 200, body: { state } });
      expect((await send(`/api/links/${token}x`, fields)).status).toBe(410);
      stop();
    });

    it("the letter that waited leaves, the one that was given up doesn't", async () => {
      const opened = await site();
      expect(await retry(opened.services)).toMatchObject({ mails: 1 });
      expect(opened.mails().map(({ id }) => id)).toEqual(["contactReceipt/waiting/1"]);
      expect(await opened.store.deadMails(10)).toMatchObject([{ id: "contactReceipt/dead/1" }]);
      opened.stop();
    });

    it("the sweeper does what the calendar had been owing, in steps, once", async () => {
      const opened = await site();
      opened.clock.now = kept.filledAt + 40 * DAY;
      // Runs in which the indexes are still being listed anew may change nothing.
      for (let run = 0; run < 20; run += 1) await sweep(opened.services);
      expect((await opened.read("/api/jobs")).body["total"]).toBe(0);
      const told = opened.mails().map(({ id }) => id.split("/")[0]);
      expect(told.filter((mail) => mail === "jobExpired")).toHaveLength(3);
      // One was delivered, and its poster said nothing; one was agreed on, and nobody did.
      expect(told).toContain("jobDone");
      expect(told).toContain("agreementWarned");
      expect(await opened.store.favoursDue(opened.clock.now, 100)).toEqual([]);
      opened.stop();
    });
  });
}
