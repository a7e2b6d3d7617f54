import { describe, expect, it } from "vitest";
import { BOUNCED_DAYS, COMPLAINED_DAYS } from "../../../src/domain/kernel/limits.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import { mailNewsOf, suppressedName } from "../../../src/domain/people/suppression.ts";
import { mailEvent } from "../../support/builders/mail-service-events.ts";

const NOW = Date.parse("2026-11-20T10:00:00.000Z");
const AT = Date.parse("2026-11-20T09:00:00.000Z");
const at = { created_at: new Date(AT).toISOString() };

describe("what the mail service tells", () => {
  it("a hard bounce silences the address as it was written, for a while", () => {
    const event = mailEvent("email.bounced", { to: ["Ana+Lista@Example.org"] }, at);
    expect(mailNewsOf(event, NOW)).toEqual({
      type: "silence",
      why: "bounced",
      email: "Ana+Lista@Example.org",
      until: AT + BOUNCED_DAYS * DAY,
    });
  });

  it("a complaint silences the whole mailbox, for longer", () => {
    const event = mailEvent("email.complained", { to: ["Ana+Lista@Example.org"] }, at);
    expect(mailNewsOf(event, NOW)).toEqual({
      type: "silence",
      why: "complained",
      email: "Ana+Lista@Example.org",
      until: AT + COMPLAINED_DAYS * DAY,
    });
  });

  it("what the service itself did not try counts as a bounce", () => {
    expect(mailNewsOf(mailEvent("email.suppressed", {}, at), NOW)).toMatchObject({ why: "bounced" });
  });

  it.each(["Transient", "Undetermined", ""])("a bounce that is «%s» does nothing", (type) => {
    const event = mailEvent("email.bounced", { bounce: { message: "", subType: "General", type } }, at);
    expect(mailNewsOf(event, NOW)).toBeNull();
  });

  it.each(["email.sent", "email.delivered", "email.delivery_delayed", "email.opened", "contact.created"])(
    "%s does nothing",
    (type) => expect(mailNewsOf(mailEvent(type, {}, at), NOW)).toBeNull(),
  );

  it.each([null, 7, "text", [], {}, { type: "email.complained" }, { type: "email.complained", data: [] }])(
    "what has another shape does nothing: %o",
    (event) => expect(mailNewsOf(event, NOW)).toBeNull(),
  );

  it("what the owner took off the service's list may be written to again", () => {
    const event = {
      type: "suppression.removed",
      ...at,
      data: { id: "1", email: "ana@example.org", origin: "bounce" },
    };
    expect(mailNewsOf(event, NOW)).toEqual({ type: "lift", email: "ana@example.org" });
  });

  it("a letter with several receivers is none of ours", () => {
    const event = mailEvent("email.complained", { to: ["a@example.org", "b@example.org"] }, at);
    expect(mailNewsOf(event, NOW)).toBeNull();
  });

  it("a clock that is ahead, or none, lengthens nothing", () => {
    for (const createdAt of ["2030-01-01T00:00:00.000Z", "hoy"]) {
      const event = mailEvent("email.bounced", {}, { created_at: createdAt });
      expect(mailNewsOf(event, NOW)).toMatchObject({ until: NOW + BOUNCED_DAYS * DAY });
    }
  });
});

it("the tag and Gmail's dots count for who complained only", () => {
  expect(suppressedName("complained", "A.na+x@gmail.com")).toBe("ana@gmail.com");
  expect(suppressedName("bounced", " A.na+x@gmail.com")).toBe("a.na+x@gmail.com");
});
