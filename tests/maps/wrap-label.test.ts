import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrapLabel } from "../../src/maps/wrap-label.ts";

test("a short label stays on one line", () => {
  expect(wrapLabel("Fidelizar", 200, 15)).toEqual(["Fidelizar"]);
});

test("a long one is broken into lines of about equal length, without a lonely last word", () => {
  expect(wrapLabel("Lleva los perfiles de la empresa que le contrata", 215, 15)).toEqual([
    "Lleva los perfiles de la",
    "empresa que le contrata",
  ]);
});

test("no word is lost, and no line is wider than it may be unless it is a single word", () => {
  const words = fc.array(fc.stringMatching(/^[a-zñáW]{1,30}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrapLabel(list.join(" "), 160, 15);
      expect(lines.join(" ")).toBe(list.join(" "));
      for (const line of lines) expect(line.includes(" ") ? textWidth(line, 15) : 0).toBeLessThanOrEqual(160);
    }),
  );
});
