import { describe, expect, test } from "vitest";
import { addDays, endOfMadridDay, isRealDay, madridDay, HOUR } from "../../../src/domain/kernel/time.ts";

const iso = (at: number) => new Date(at).toISOString();

describe("the end of a day in Madrid", () => {
  test.each([
    ["a winter day", "2026-01-15", "2026-01-15T22:59:59.999Z"],
    ["a summer day", "2026-07-15", "2026-07-15T21:59:59.999Z"],
    ["the day before spring's change", "2026-03-28", "2026-03-28T22:59:59.999Z"],
    ["the day of 23 hours", "2026-03-29", "2026-03-29T21:59:59.999Z"],
    ["the day before autumn's change", "2026-10-24", "2026-10-24T21:59:59.999Z"],
    ["the day of 25 hours", "2026-10-25", "2026-10-25T22:59:59.999Z"],
    ["the last day of a year", "2026-12-31", "2026-12-31T22:59:59.999Z"],
    ["a leap day", "2028-02-29", "2028-02-29T22:59:59.999Z"],
  ])("%s", (_what, day, end) => {
    expect(iso(endOfMadridDay(day))).toBe(end);
  });

  test("days follow each other without gap or overlap through three years", () => {
    let day = "2026-01-01";
    for (let n = 0; n < 1096; n += 1) {
      const end = endOfMadridDay(day);
      expect(madridDay(end)).toBe(day);
      day = addDays(day, 1);
      expect(madridDay(end + 1)).toBe(day);
    }
  });

  test("the two days with a change of the clocks last 23 and 25 hours", () => {
    const length = (day: string) => endOfMadridDay(day) - endOfMadridDay(addDays(day, -1));
    expect([length("2026-03-29"), length("2026-10-25")]).toEqual([23 * HOUR, 25 * HOUR]);
  });
});

test("late in the evening in UTC it is already tomorrow in Madrid", () => {
  expect(madridDay(Date.UTC(2026, 6, 15, 22))).toBe("2026-07-16");
  expect(madridDay(Date.UTC(2026, 0, 15, 22, 59))).toBe("2026-01-15");
});

test.each([
  ["2026-02-29", false],
  ["2028-02-29", true],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-6-1", false],
  ["2026-06-31", false],
  ["hoy", false],
  ["2026-06-30T00:00", false],
])("%s is a real day: %s", (text, expected) => {
  expect(isRealDay(text)).toBe(expected);
});
