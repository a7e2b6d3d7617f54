import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/domain/records/decision.ts";
import { PLACES } from "../../src/domain/records/place.ts";
import type { RedisClient } from "../../src/store/redis/client.ts";
import { createEmbeddedClient, type EmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";
import { NOW } from "../support/builders/records.ts";
import { ASKED, costOf, WRITTEN } from "../support/builders/written-costs.ts";

/*
 * What things cost whatever the machine, so that nobody makes them dearer unseen: docs/scale.md says the same numbers. A service that
 * bills by commands and bytes bills these.
 */
const folder = mkdtempSync(join(tmpdir(), "store-cost-"));
let client: EmbeddedClient;
let store: RedisStore;
let trips = 0;
let commands = 0;

beforeAll(() => {
  client = createEmbeddedClient(join(folder, "store.sqlite"));
  const counting: RedisClient = {
    locking: client.locking,
    run(command) {
      trips += 1;
      commands += 1;
      return client.run(command);
    },
    runAll(all) {
      trips += 1;
      commands += all.length;
      return client.runAll(all);
    },
  };
  store = createStore(counting, "embedded");
});
afterAll(() => {
  client.close();
  rmSync(folder, { recursive: true, force: true });
});

async function costOfReading(read: () => Promise<unknown>): Promise<{ trips: number; commands: number }> {
  const before = { trips, commands };
  await read();
  return { trips: trips - before.trips, commands: commands - before.commands };
}

const WRITES: readonly [string, Decision, { keys: number; bytes: number }][] = [
  ["a favour", WRITTEN.favour, { keys: 72, bytes: 8_500 }],
  ["an offer", WRITTEN.offer, { keys: 14, bytes: 2_200 }],
  ["a comment", WRITTEN.comment, { keys: 12, bytes: 1_900 }],
];

describe("a write", () => {
  test.each(WRITES)("of %s is one round trip", async (_, written) => {
    expect(await costOfReading(() => store.commit(written, NOW))).toEqual({ trips: 1, commands: 1 });
  });

  test.each(WRITES)("of %s touches so many keys and sends so many bytes", (_, written, most) => {
    const { keys, bytes } = costOf(written);
    expect(keys).toBeLessThanOrEqual(most.keys);
    expect(bytes).toBeLessThanOrEqual(most.bytes);
  });
});

describe("a page", () => {
  test.each([
    ["of the board", 2, 4, () => store.board({ order: "newest", page: 1 }, NOW)],
    ["of what is looked for", 2, 2, () => store.board({ order: "newest", page: 1, text: "perra" }, NOW)],
    [
      "of two places",
      2,
      2,
      () => store.board({ order: "newest", page: 1, places: ["madrid", "soria"] }, NOW),
    ],
    ["with the map of the provinces", 1, PLACES.length, () => store.openByPlace(NOW)],
    ["of a favour", 1, 1, () => store.jobWithOffers(ASKED.id)],
    ["of a thread", 1, 1, () => store.thread("article", { order: "oldest", page: 1 })],
  ] as const)("%s takes %i round trips at most, and %i commands", async (_, most, mostCommands, read) => {
    const cost = await costOfReading(read);
    expect(cost.trips).toBeLessThanOrEqual(most);
    expect(cost.commands).toBeLessThanOrEqual(mostCommands);
  });
});
