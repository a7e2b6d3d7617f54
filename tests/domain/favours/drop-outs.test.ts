import { expect, test } from "vitest";
import type { Address } from "../../../src/domain/records/address.ts";
import { addressDroppedOut } from "../../../src/domain/favours/drop-outs.ts";
import { dropOut } from "../../../src/domain/favours/agreement.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import {
  NOW,
  aContext,
  aJob,
  aJobWithOffers,
  mailNamed,
  mailsOf,
  outcomeOf,
} from "../../support/builders/fixtures.ts";
import type { Outcome } from "../../../src/domain/records/decision.ts";

function addressAfter(outcome: Outcome<string>): Address {
  for (const change of outcome.decision.changes) {
    if (change.kind === "address" && change.after !== null) return change.after;
  }
  throw new Error("the address does not change");
}

function dropAgain(first: { address: Address; now: number }) {
  const setting = aJobWithOffers("assigned", { publishedAt: first.now, expiresAt: first.now + 9 * DAY });
  const input = { ...setting, by: "poster", reason: "x", address: first.address } as const;
  return { setting, outcome: outcomeOf(dropOut(input, aContext({ now: first.now }))) };
}

const first = outcomeOf(dropOut({ ...aJobWithOffers("assigned"), by: "poster", reason: "x" }, aContext()));
const address = addressAfter(first);

test("once is no reason to hold, but it is remembered", () => {
  expect(first.state).toBe("open");
  expect(address).toMatchObject({ id: "hash-paula", dropOuts: [{ at: NOW }] });
});

test("the second time within 90 days this favour is held; everybody is told", () => {
  const { setting, outcome } = dropAgain({ address, now: NOW + 90 * DAY - 1 });
  expect(outcome.state).toBe("held");
  const jobs = outcome.decision.changes.flatMap((change) => (change.kind === "job" ? [change.after] : []));
  expect(jobs).toMatchObject([{ state: "held", signals: ["dropOuts"] }]);
  expect(mailNamed(outcome, "jobHeld").data.why).toBe("dropOuts");
  expect(mailsOf(outcome).some((mail) => mail.startsWith("offerInvitedAgain"))).toBe(false);
  // Who stood by waits for the moderator: nothing of the favour has changed.
  expect(outcome.decision.changes.some(({ after }) => after?.id === setting.waiting.id)).toBe(false);
});

test("after 90 days it no longer counts", () => {
  expect(dropAgain({ address, now: NOW + 90 * DAY }).outcome.state).toBe("open");
});

test("what else is known of the address is not forgotten with it: approved comments, and the number that ends cookies", () => {
  const lifetimeOf = (more: Partial<Address>) => {
    const known = { ...address, dropOuts: [], ...more };
    return addressDroppedOut(aJob(), known, NOW).forgetAt;
  };
  expect(lifetimeOf({})).toBe(NOW + 90 * DAY);
  expect(lifetimeOf({ cookieNumber: 1 })).toBeUndefined();
  expect(lifetimeOf({ approvedComments: 1 })).toBeUndefined();
});
