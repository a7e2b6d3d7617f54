import { expect, it } from "vitest";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { isEmptyStore, type KeptKey, keptKeys, restoreKeys } from "../../src/store/copy.ts";
import type { RedisClient } from "../../src/store/redis/client.ts";
import { describeOnBoth } from "../support/host/transports.ts";

const now = Date.now();

async function all(redis: RedisClient): Promise<KeptKey[]> {
  const found: KeptKey[] = [];
  for await (const kept of keptKeys(redis, () => now)) found.push(kept);
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

const KEPT: readonly KeptKey[] = [
  { key: "fields:1", expiresAt: null, fields: [["007", "1e3"]] },
  { key: "fields:2", expiresAt: now + DAY, fields: [["a b", '{"x":"\u2028"}']] },
  {
    key: "set:1",
    expiresAt: null,
    members: [
      ["b", -1.5],
      ["007", 0],
      ["a", 1_795_867_200_000],
    ],
  },
  { key: "set:2", expiresAt: now + HOUR, members: [["x", 2 ** 52 + 1]] },
  { key: "text:1", expiresAt: null, text: "007" },
  { key: "text:2", expiresAt: now + DAY, text: "" },
];

describeOnBoth("a copy of the whole store", (transport) => {
  it("brings everything back as it was, lifetimes included", async () => {
    const redis = await transport.freshClient();
    expect(await isEmptyStore(redis)).toBe(true);
    expect(await restoreKeys(redis, KEPT, now)).toBe(KEPT.length);
    expect(await isEmptyStore(redis)).toBe(false);
    const found = await all(redis);
    const withoutLives = (kept: readonly KeptKey[]) => kept.map((each) => ({ ...each, expiresAt: null }));
    expect(withoutLives(found)).toEqual(withoutLives(KEPT));
    for (const [place, { expiresAt }] of KEPT.entries()) {
      const left = found[place]?.expiresAt;
      if (expiresAt === null) expect(left).toBeNull();
      else expect(Math.abs((left ?? 0) - expiresAt)).toBeLessThan(60_000);
    }
  });

  it("leaves out what has run out, and takes the place of what is there", async () => {
    const redis = await transport.freshClient();
    await restoreKeys(redis, KEPT, now);
    const other: KeptKey[] = [
      { key: "set:1", expiresAt: null, members: [["only", 1]] },
      { key: "text:1", expiresAt: now - 1, text: "gone" },
      { key: "text:2", expiresAt: null, text: "stays" },
    ];
    expect(await restoreKeys(redis, other, now)).toBe(2);
    const found = Object.fromEntries((await all(redis)).map((kept) => [kept.key, kept]));
    expect(found).toMatchObject({
      "set:1": { members: [["only", 1]] },
      "text:1": { text: "007" },
      "text:2": { text: "stays", expiresAt: null },
      "fields:1": { expiresAt: null },
    });
  });

  it("finds every key of many, and writes a set that is larger than one round trip", async () => {
    const redis = await transport.freshClient();
    const members = Array.from({ length: 1000 }, (_, n): [string, number] => [`m${n}`, n]);
    const texts = Array.from({ length: 450 }, (_, n) => ({
      key: `text:${n}`,
      expiresAt: null,
      text: `${n}`,
    }));
    await restoreKeys(redis, [{ key: "set:large", expiresAt: null, members }, ...texts], now);
    const found = await all(redis);
    expect(found).toHaveLength(451);
    expect(found[0]).toEqual({ key: "set:large", expiresAt: null, members });
  });
});
