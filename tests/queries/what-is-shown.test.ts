import { describe, expect, test } from "vitest";
import { relatedTo } from "../../src/queries/related.ts";
import { isVisible } from "../../src/queries/visible.ts";

describe("what may be seen", () => {
  const publishedAt = new Date("2026-11-21");

  test("a scheduled article appears at midnight in Spain, not in Greenwich", () => {
    // Spain is an hour ahead in winter: 23:00 UTC is already the next day.
    expect(isVisible({ publishedAt }, new Date("2026-11-20T22:59:00Z"))).toBe(false);
    expect(isVisible({ publishedAt }, new Date("2026-11-20T23:01:00Z"))).toBe(true);
  });

  test("a draft never appears, whatever its date", () => {
    expect(isVisible({ publishedAt, draft: true }, new Date("2030-01-01"))).toBe(false);
  });

  test("what has no date is there", () => {
    expect(isVisible({})).toBe(true);
  });
});

describe("what to read next", () => {
  const article = (slug: string, day: number, ...topics: string[]) => ({
    slug,
    publishedAt: new Date(Date.UTC(2026, 0, day)),
    topics: topics.map((id) => ({ id })),
  });
  const read = article("leido", 9, "oficio", "crisis");
  const all = [
    read,
    article("nada-en-comun", 8, "metricas"),
    article("uno-viejo", 1, "oficio"),
    article("uno-nuevo", 7, "crisis", "etica"),
    article("dos", 2, "crisis", "oficio"),
  ];

  test("more shared topics go first, then what is newer; never the article itself", () => {
    expect(relatedTo(read, all, undefined, 4).map(({ slug }) => slug)).toEqual([
      "dos",
      "uno-nuevo",
      "uno-viejo",
      "nada-en-comun",
    ]);
  });

  test("there are three unless there are fewer articles", () => {
    expect(relatedTo(read, all)).toHaveLength(3);
    expect(relatedTo(read, [read])).toEqual([]);
  });
});
