import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { comment, decision, idOf, NOW } from "../support/builders/records.ts";

const folder = mkdtempSync(join(tmpdir(), "makethejobs-counts-"));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The query with services of its own: they read the environment once. */
async function freshQuery() {
  const { getServices } = await import("../../src/services.ts");
  const { commentCounts } = await import("../../src/queries/comment-counts.ts");
  return { getServices, commentCounts };
}

test("counts what is approved, and says 0 where there is nothing", async () => {
  vi.stubEnv("DATA_DIR", folder);
  const { getServices, commentCounts } = await freshQuery();
  const { store } = await getServices();
  const changes = [1, 2].map((n) => ({
    kind: "comment" as const,
    before: null,
    after: comment({ id: idOf(n), article: "uno", state: n === 1 ? "approved" : "held", publishedAt: null }),
  }));
  await store.commit(decision({ changes }), NOW);
  expect(await commentCounts(["uno", "dos"])).toEqual(
    new Map([
      ["uno", 1],
      ["dos", 0],
    ]),
  );
});

test("says nothing at all when the store can't be reached", async () => {
  vi.stubEnv("DATA_DIR", folder);
  // One variable of the two: there is no store.
  vi.stubEnv("UPSTASH_REDIS_REST_URL", "http://127.0.0.1:9");
  vi.stubEnv("UPSTASH_REDIS_REST_TOKEN", "");
  const { commentCounts } = await freshQuery();
  expect(await commentCounts(["uno"])).toBeNull();
  rmSync(folder, { recursive: true, force: true });
});
