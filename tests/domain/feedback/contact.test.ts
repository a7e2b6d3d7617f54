import { expect, test } from "vitest";
import { sendContact } from "../../../src/domain/feedback/contact.ts";
import { ContactMessage } from "../../../src/domain/records/contact-message.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import { NOW, aContext, mailNamed, mailsOf, outcomeOf } from "../../support/builders/fixtures.ts";

const DRAFT = {
  name: "Iris",
  email: "iris@example.com",
  subject: "duda",
  message: "¿Cómo retiro un favor?",
} as const;
const sent = outcomeOf(
  sendContact(
    { draft: DRAFT, address: "hash-iris", signals: ["link"], owner: "info@example.com" },
    aContext(),
  ),
);

test("a message reaches the owner, who can answer it, and its sender gets a receipt", () => {
  expect(mailsOf(sent)).toEqual(["contactMessage info@example.com", "contactReceipt iris@example.com"]);
  expect(mailNamed(sent, "contactMessage").data).toMatchObject({
    replyTo: "iris@example.com",
    message: DRAFT.message,
    signals: ["link"],
  });
});

test("the receipt repeats nothing of it", () => {
  expect(mailNamed(sent, "contactReceipt").data).toEqual({});
});

test("it is kept for 30 days", () => {
  const [change] = sent.decision.changes;
  expect(change?.forgetAt).toBe(NOW + 30 * DAY);
  expect(ContactMessage.parse(change?.after)).toEqual(change?.after);
});
