import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fillFile } from "../../scripts/bench/fill-file.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { contentsOfFile } from "../store/contents.ts";
import { decision, idOf, job, newJob, NOW } from "../support/builders/records.ts";

it("a store that was filled at once holds what committing one by one leaves, and counts it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "filled-"));
  const decisions = Array.from({ length: 25 }, (_, n) =>
    decision({
      changes: [newJob(job({ id: idOf(n), title: `Favor ${String(n % 3)}`, publishedAt: NOW - n }))],
    }),
  );
  const filled = join(folder, "filled", "store.sqlite");
  const committed = join(folder, "committed", "store.sqlite");
  const [one, other] = [createEmbeddedClient(filled), createEmbeddedClient(committed)] as const;
  fillFile(filled, decisions, NOW);
  const store = createStore(other, "embedded");
  for (const each of decisions) await store.commit(each, NOW);
  expect(contentsOfFile(filled)).toEqual(contentsOfFile(committed));
  expect(await one.run(["zcard", "board:newest:*:*:*:*"])).toBe(25);
  one.close();
  other.close();
  rmSync(folder, { recursive: true });
});
