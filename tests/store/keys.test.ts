import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { createStore } from "../../src/store/store.ts";
import { type KeptEntry, readKeptStore } from "../kept-stores/kept-store.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite } from "../support/site/test-site.ts";
import type { Contents } from "./contents.ts";

/** The rows of the table in `keys.ts`: how the names of a kind begin or what they are, and their type. */
const ROWS = tableRows(readFileSync(new URL("../../src/store/keys.ts", import.meta.url), "utf8"));

function tableRows(source: string): { name: RegExp; type: string; life: string }[] {
  const rows = [...source.matchAll(/^ \* \| (`.*?) +\| (.*?) +\| (.*?) +\|$/gm)];
  return rows.flatMap(([, names = "", type = "", life = ""]) =>
    [...names.matchAll(/`(.*?)`/g)].map(([, name = ""]) => ({
      name: new RegExp(`^${name.replaceAll(/<.*?>/g, ".+")}$`),
      type,
      life,
    })),
  );
}

function typesOf(key: string): string[] {
  return ROWS.filter(({ name }) => name.test(key)).map(({ type }) => type);
}

function typeOf(kept: KeptEntry): string {
  if ("text" in kept) return "text";
  return "members" in kept ? "sorted set" : "hash";
}

/** Members of sorted sets have numbers, fields of hashes have texts. */
function typeIn(kept: Contents[string]): string {
  if (typeof kept === "string") return "text";
  return Object.values(kept).every((value) => typeof value === "number") ? "sorted set" : "hash";
}

it("the table names every key of the kept stores, with its type", () => {
  expect(ROWS.length).toBeGreaterThan(25);
  for (const name of ["november-2026", "november-2026-mended"]) {
    for (const [key, kept] of Object.entries(readKeptStore(name).contents)) {
      expect(typesOf(key), key).toEqual([typeOf(kept)]);
    }
  }
});

it("a key that lives for ever in a kept store does so in the table", () => {
  for (const [key, { ttl }] of Object.entries(readKeptStore("november-2026-mended").contents)) {
    const life = ROWS.find(({ name }) => name.test(key))?.life ?? "";
    // A lifetime that is a constant or a number, and nothing beside it, is every such key's.
    if (/^`\w+`(?:, (?:or|a moderator's) `\w+`)?$|^\d/.test(life)) expect(ttl, key).not.toBeNull();
  }
});

describeOnBoth("the table of keys", (transport) => {
  it("names whatever is written, with its type", async () => {
    const site = await createTestSite({ store: createStore(await transport.freshClient(), "embedded") });
    const act = (to: string, fields: Record<string, string>) =>
      site.send(`/api/links/${site.token(to)}`, fields);
    const { body } = await site.send("/api/jobs", JOB);
    await act(POSTER, { action: "confirm", remember: "on" });
    await site.send(`/api/jobs/${String(body["id"])}/offers`, OFFER);
    await act(HELPER, { action: "confirm" });
    await act(HELPER, { action: "withdraw" });
    await site.send("/api/comments", COMMENT);
    await act(COMMENTER, { action: "confirm" });
    while (!(await site.store.migrate(50, site.clock.now + HOUR)));
    const contents = Object.entries(await transport.contents());
    expect(contents.map(([key]) => key)).toContain("offers-ended");
    for (const [key, kept] of contents) expect(typesOf(key), key).toEqual([typeIn(kept)]);
    site.stop();
  });
});
