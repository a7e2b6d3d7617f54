import { describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/kernel/time.ts";
import { freshness } from "../../src/queries/live.ts";

const NOW = Date.UTC(2026, 4, 4);

describe("how long a page may be kept", () => {
  test("five minutes in all, of which one is fresh", () => {
    expect(freshness(["jobs"], NOW)).toEqual({ maxAge: 60, swr: 240, tags: ["jobs"] });
    expect(freshness(["jobs"], NOW, [NOW + 90 * MINUTE])).toMatchObject({ maxAge: 60, swr: 240 });
  });

  test("never beyond the first favour on it that runs out", () => {
    expect(freshness([], NOW, [NOW + 90 * MINUTE, NOW + 100 * SECOND])).toMatchObject({
      maxAge: 60,
      swr: 40,
    });
    expect(freshness([], NOW, [NOW + 20.9 * SECOND])).toMatchObject({ maxAge: 20, swr: 0 });
    expect(freshness([], NOW, [NOW - SECOND])).toMatchObject({ maxAge: 0, swr: 0 });
  });
});
