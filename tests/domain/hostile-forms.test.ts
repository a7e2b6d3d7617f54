import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEmail } from "../../src/domain/people/person.ts";
import { FIELD_CODES } from "../../src/domain/kernel/field-codes.ts";
import { COMMENT_FORM, parseCommentForm } from "../../src/domain/comments/form.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { CONTACT_FORM } from "../../src/domain/feedback/contact.ts";
import { JOB_FORM, parseJobForm } from "../../src/domain/favours/job-form.ts";
import { OFFER_FORM, parseOfferForm } from "../../src/domain/favours/offer-form.ts";
import { cleanLine, cleanText } from "../../src/domain/kernel/clean.ts";
import { NOW } from "../support/builders/fixtures.ts";

/** Any text, often with the characters that break things. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      "\r",
      "\n",
      "\t",
      "\u0000",
      "\u202e",
      "\u200b",
      "\ud800",
      "e",
      "\u0301",
      " ",
      "@",
      ".",
      "1",
      ",",
      "€",
    ),
    maxLength: 40,
  }),
  fc.constantFrom("money", "remoto", "otra", "on", "2026-06-31", "__proto__", "constructor"),
);
const fields = [JOB_FORM, OFFER_FORM, COMMENT_FORM, CONTACT_FORM].flatMap(({ shape }) => Object.keys(shape));
const form = fc.dictionary(fc.constantFrom(...fields), hostile, { maxKeys: fields.length });

test("whatever is sent, a form is either accepted or every error is a known code under a known field", () => {
  const parsers = [
    (values: Record<string, string>) => parseJobForm(values, NOW),
    parseOfferForm,
    parseCommentForm,
    (values: Record<string, string>) => parseForm(CONTACT_FORM, values),
  ];
  fc.assert(
    fc.property(form, (values) => {
      for (const parse of parsers) {
        const result = parse(values);
        if (result.ok) continue;
        const errors = Object.entries(result.error);
        expect(errors.length).toBeGreaterThan(0);
        for (const [field, code] of errors) {
          expect(fields).toContain(field);
          expect(FIELD_CODES).toContain(code);
        }
      }
    }),
    { numRuns: 600 },
  );
});

test("cleaning twice is cleaning once, and leaves nothing that steers or hides", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const line = cleanLine(text);
      const lines = cleanText(text);
      expect(cleanLine(line)).toBe(line);
      expect(cleanText(lines)).toBe(lines);
      expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(lines).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(line).toBe(line.normalize("NFC"));
    }),
    { numRuns: 2000 },
  );
});

test("an address that is accepted can stand in a header as it is", () => {
  const near = fc.tuple(hostile, fc.emailAddress(), hostile).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(near, fc.emailAddress(), hostile), (text) => {
      const result = parseEmail(text);
      if (result.ok) expect(result.value).toMatch(/^[!-;=?A-~]+@[a-z0-9.-]+$/);
    }),
    { numRuns: 2000 },
  );
});
