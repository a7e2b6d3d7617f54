import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarFile } from "../../src/mail/ics.ts";
import { hostileText } from "../markdown/hostile-text.ts";

const entry = {
  uid: "favor-abc@makethejobs.com",
  day: "2026-02-28",
  summary: "Fecha límite: pintar, lijar; y\\o barnizar",
  description: "Favor acordado con Ana.\nRecompensa: 15 €",
  url: "https://makethejobs.com/favores/abc-pintar/",
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
};

/** Unfolds and splits a file as RFC 5545 says: names, parameters and values in order. */
function properties(file: string): { name: string; value: string }[] {
  expect(file.endsWith("\r\n")).toBe(true);
  const lines = file.slice(0, -2).split("\r\n");
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const unfolded = file.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  return unfolded.map((line) => {
    const [, name = "", value = ""] = /^([A-Z]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/su.exec(line) ?? [];
    expect(name, line).not.toBe("");
    return { name, value };
  });
}

describe("a calendar entry", () => {
  test("is one whole day, with the stamp of its mail", () => {
    const found = new Map(properties(calendarFile(entry)).map(({ name, value }) => [name, value]));
    expect(found.get("DTSTART;VALUE=DATE")).toBe("20260228");
    expect(found.get("DTEND;VALUE=DATE")).toBe("20260301");
    expect(found.get("DTSTAMP")).toBe("20260102T030405Z");
    expect(found.get("UID")).toBe(entry.uid);
  });

  test("is a moment in UTC where an hour was agreed on", () => {
    const startsAt = Date.UTC(2026, 1, 28, 17, 30);
    const found = new Map(
      properties(calendarFile({ ...entry, startsAt })).map(({ name, value }) => [name, value]),
    );
    expect(found.get("DTSTART")).toBe("20260228T173000Z");
    expect([...found.keys()].filter((name) => name.startsWith("DTEND"))).toEqual([]);
  });

  test("escapes what RFC 5545 gives a meaning", () => {
    const found = new Map(properties(calendarFile(entry)).map(({ name, value }) => [name, value]));
    expect(found.get("SUMMARY")).toBe("Fecha límite: pintar\\, lijar\\; y\\\\o barnizar");
    expect(found.get("DESCRIPTION")).toBe("Favor acordado con Ana.\\nRecompensa: 15 €");
  });

  test("invites nobody", () => {
    const names = properties(calendarFile(entry)).map(({ name }) => name);
    expect(names).toEqual([
      "BEGIN",
      "VERSION",
      "PRODID",
      "BEGIN",
      "UID",
      "DTSTAMP",
      "DTSTART;VALUE=DATE",
      "DTEND;VALUE=DATE",
      "SUMMARY",
      "DESCRIPTION",
      "URL",
      "TRANSP",
      "END",
      "END",
    ]);
  });

  test("keeps its shape whatever was typed", () => {
    const shape = properties(calendarFile(entry)).map(({ name }) => name);
    fc.assert(
      fc.property(hostileText, hostileText, (summary, description) => {
        const names = properties(calendarFile({ ...entry, summary, description })).map(({ name }) => name);
        expect(names).toEqual(shape);
      }),
    );
  });
});
