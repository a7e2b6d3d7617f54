import { describe, expect, test } from "vitest";
import type { FormValues } from "../../../src/domain/kernel/form.ts";
import type { Result } from "../../../src/domain/kernel/errors.ts";
import { comment, contact, errors, job, offer } from "../../support/builders/form-fixtures.ts";

describe("lengths at their edges, counted in code points after trimming", () => {
  const letters = ["a", "ñ", "😀", "م", "𐍈"];
  const limits: [string, (values: FormValues) => Result<unknown, object>, string, number, number][] = [
    ["title", job, "title", 8, 80],
    ["description", job, "description", 30, 1500],
    ["town", job, "town", 0, 60],
    ["rewardText", job, "rewardText", 0, 200],
    ["name", job, "name", 2, 60],
    ["offer message", offer, "message", 10, 800],
    ["comment", comment, "text", 1, 3000],
    ["contact message", contact, "message", 10, 4000],
  ];

  test.each(limits)("%s", (_what, parse, field, min, max) => {
    for (const letter of letters) {
      for (const length of [min, max]) {
        expect(errors(parse({ [field]: `  ${letter.repeat(length)}\n` })), letter).toEqual({});
      }
      expect(errors(parse({ [field]: letter.repeat(max + 1) })), letter).toHaveProperty(field);
      if (min > 0) expect(errors(parse({ [field]: letter.repeat(min - 1) })), letter).toHaveProperty(field);
    }
  });
});

describe("what was typed is cleaned", () => {
  test("one-line fields: blanks become one space, composed letters, nothing invisible", () => {
    const result = job({ title: " Paseo\t para\r\n mi\u00a0perra\u202e\u0000 los man\u0303anas " });
    expect(result).toMatchObject({ ok: true, value: { title: "Paseo para mi perra los mañanas" } });
  });

  test("texts keep their lines", () => {
    const description = "Primera línea, bastante larga.\r\n\r\nSegunda\u2066 línea.\rTercera.";
    expect(job({ description })).toMatchObject({
      ok: true,
      value: { description: "Primera línea, bastante larga.\n\nSegunda línea.\nTercera." },
    });
  });

  test.each(["\r\n", "\r", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029"])("%j ends a line", (end) => {
    const description = `Primera línea, bastante larga.${end}Segunda línea.`;
    expect(job({ description })).toMatchObject({
      ok: true,
      value: { description: "Primera línea, bastante larga.\nSegunda línea." },
    });
    expect(job({ title: `Paseo para${end}mi perra` })).toMatchObject({
      ok: true,
      value: { title: "Paseo para mi perra" },
    });
  });

  test.each([
    "می\u200cخواهم کمک کنم", // Persian: the joiner is spelling
    "क्\u200dष मदद चाहिए",
    "\u200fمرحبا بكم جميعا",
    "❤\ufe0f y \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} para todos",
  ])("what a script or an emoji is spelled with stays: %s", (title) => {
    expect(job({ title })).toMatchObject({ ok: true, value: { title: title.normalize("NFC") } });
  });

  test("fillers go, wherever they stand", () => {
    const title =
      "Pa\u3164seo\u115f\u1160 para\uffa0 mi\u{e0041}\u2065 perra\u2800\u034f\u17b4\u180b\u2061\u{e0100}";
    expect(job({ title })).toMatchObject({ ok: true, value: { title: "Paseo para mi perra" } });
  });

  test("joined emoji and right-to-left text stay whole", () => {
    const title = "👩‍👩‍👧 مساعدة في الحديقة";
    expect(job({ title })).toMatchObject({ ok: true, value: { title } });
  });

  test.each([
    "\u200b".repeat(20),
    "\u3164".repeat(20),
    "   \u00a0  ",
    "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008",
  ])("what can't be seen is nothing", (title) => {
    expect(errors(job({ title }))).toEqual({ title: "titleMissing" });
  });

  test("half a surrogate pair does no harm", () => {
    expect(job({ title: "Paseo \ud83d para mi perra" })).toMatchObject({
      ok: true,
      value: { title: "Paseo \ufffd para mi perra" },
    });
  });
});
