import { describe, expect, test } from "vitest";
import { parseEmail } from "../../../src/domain/people/person.ts";
import { phoneWords } from "../../../src/mail/letters/contact-words.ts";
import { comment, contact, errors, job } from "../../support/builders/form-fixtures.ts";

describe("e-mail addresses", () => {
  const longDomain = `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}`;

  test.each([
    ["ana@example.com", "ana@example.com"],
    [" Ana.Ruiz+web@Example.COM ", "Ana.Ruiz+web@example.com"],
    ["o'neil_1@sub.dominio.gal", "o'neil_1@sub.dominio.gal"],
    ["ana@españa.es", "ana@xn--espaa-rta.es"],
    [`${"a".repeat(64)}@${longDomain}.es`, `${"a".repeat(64)}@${longDomain}.es`],
  ])("%s", (typed, stored) => {
    expect(parseEmail(typed)).toEqual({ ok: true, value: stored });
  });

  test.each([
    "ana",
    "ana@",
    "@example.com",
    "ana@localhost",
    "ana@example",
    "ana@example..com",
    "ana@-example.com",
    "ana..ruiz@example.com",
    ".ana@example.com",
    "ana@example.com, otra@example.com",
    "ana@example.com\r\nBcc: otra@example.com",
    "ana@example.com\nBcc:otra@example.com",
    "Ana <ana@example.com>",
    '"ana ruiz"@example.com',
    "ana@[127.0.0.1]",
    "ana@127.0.0.1",
    "ana@example.com:25",
    "ana@example.com/x",
    "ana@exa mple.com",
    "aña@example.com",
    "ana@example.com%0d%0aBcc:x",
    "a@b@example.com",
  ])("%s is refused", (typed) => {
    expect(parseEmail(typed)).toEqual({ ok: false, error: "emailInvalid" });
  });

  test("up to 254 characters, 64 of them before the @", () => {
    const domain = `${longDomain}.es`;
    const name = (length: number) => "a".repeat(length - domain.length - 1);
    expect(parseEmail(`${name(250)}@${domain}`).ok).toBe(true);
    expect(parseEmail(`${"a".repeat(65)}@example.com`)).toEqual({ ok: false, error: "emailTooLong" });
    const wide = `${longDomain}.${"d".repeat(60)}.${"e".repeat(10)}.es`;
    expect(parseEmail(`a@${wide}`)).toEqual({ ok: false, error: "emailTooLong" });
  });
});

describe("phones", () => {
  test.each([
    "600000",
    "+34 600 00 00 00",
    "(976) 12-34-56",
    "600.000.000",
    "12345678901234567890",
    "(+34) 612 345 678",
    "(0034) 612/345/678",
    "612\u2011345\u2011678",
    "612\u2013345\u2212678",
    "612\u00a0345\u202f678",
    "612\u2009345\u2028678",
    "６１２ ３４５ ６７８",
  ])("%s", (phone) => {
    expect(errors(job({ phone }))).toEqual({});
  });
  test.each([
    "12345",
    "123456789012345678901",
    "seis cero cero",
    "600 000 000 ext 3",
    "------",
    "+34\n",
    "((+34) 612 345 678",
    "612+345678",
  ])("%s is refused", (phone) => {
    expect(errors(job({ phone }))).toEqual({ phone: "phoneInvalid" });
  });
  test("it is stored with plain digits and hyphens, and stands in letters as it is stored", () => {
    const parsed = job({ phone: "(+３４)\u00a0612\u2011345\u2013678" });
    expect(parsed).toMatchObject({ ok: true, value: { poster: { phone: "(+34) 612-345-678" } } });
    expect(phoneWords("(+34) 612/345-678")).toBe("(+34) 612/345-678");
  });
  test("left empty it is none", () => {
    expect(job({ phone: " " })).toMatchObject({ ok: true, value: { poster: { phone: null } } });
  });
  test("a comment and a contact message have none, whatever was sent", () => {
    expect(comment({ phone: "x" })).toMatchObject({ ok: true, value: { writer: { phone: null } } });
    expect(contact({ phone: "x" }).ok).toBe(true);
  });
});

describe("names", () => {
  test.each(["李", "김", "あ", "李小龍", "O\u2019Neil", "Al", "مح", "🙂🙂"])("%s", (name) => {
    expect(errors(job({ name }))).toEqual({});
  });
  test.each(["A", "ñ", "م", "7", "-", "L\u200b", "A\u3164", "\u2800\u2800"])(
    "%s is too short or nothing",
    (name) => {
      expect(errors(job({ name }))).toHaveProperty("name");
    },
  );
});
