import { describe, expect, test } from "vitest";
import { deadlineWords, isLongAmount, placeWords } from "../../src/copy/ticket-words.ts";

describe("what a ticket says of where and when", () => {
  test.each([
    ["Zaragoza", "Utebo", "Utebo (Zaragoza)"],
    ["Zaragoza", "Zaragoza", "Zaragoza"],
    ["A distancia", null, "A distancia"],
    ["Madrid", "", "Madrid"],
  ])("%s, %s: %s", (place, town, said) => {
    expect(placeWords(place, town)).toBe(said);
  });

  test("a deadline is its day in Spain, and none is said as none", () => {
    expect(deadlineWords("2026-12-05")).toBe("Hasta el 5 dic");
    expect(deadlineWords(null)).toBe("Cuando se pueda");
    expect(deadlineWords("")).toBe("Cuando se pueda");
    expect(deadlineWords("mañana")).toBe("Cuando se pueda");
  });

  test("an amount of six signs still stands in one line", () => {
    expect(["1234 €", "15,50 €"].map(isLongAmount)).toEqual([false, true]);
  });
});
