import { describe, expect, test } from "vitest";
import { mailboxOf } from "../../../src/domain/people/mailbox.ts";

describe("one mailbox", () => {
  test.each([
    ["Ana@Ejemplo.es", "ana@ejemplo.es"],
    [" ana@ejemplo.es ", "ana@ejemplo.es"],
    ["ana+1@ejemplo.es", "ana@ejemplo.es"],
    ["ana+uno+dos@ejemplo.es", "ana@ejemplo.es"],
    ["ana+@ejemplo.es", "ana@ejemplo.es"],
    ["a.n.a@gmail.com", "ana@gmail.com"],
    ["A.na+compras.2@googlemail.com", "ana@gmail.com"],
    ["ana@GoogleMail.com", "ana@gmail.com"],
  ])("%j is %j", (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });

  test.each([
    ["ana.luz@ejemplo.es", "analuz@ejemplo.es"],
    ["ana@gmail.com", "ana@gmail.com.ejemplo.es"],
    ["ana@ejemplo.es", "ana@sub.ejemplo.es"],
    ["+1@ejemplo.es", "+2@ejemplo.es"],
  ])("%j and %j are two", (one, other) => {
    expect(mailboxOf(one)).not.toBe(mailboxOf(other));
  });

  test("folding twice changes nothing", () => {
    for (const email of ["A.b+c@gmail.com", "+x+y@ejemplo.es", "sin-arroba"]) {
      expect(mailboxOf(mailboxOf(email))).toBe(mailboxOf(email));
    }
  });
});
