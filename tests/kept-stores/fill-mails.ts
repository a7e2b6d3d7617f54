import type { MailEvent } from "../../src/domain/records/mail-event.ts";
import { NOTHING } from "../../src/domain/records/decision.ts";
import type { TestSite } from "../support/site/test-site.ts";

/** Two letters in the outbox: one that has not left yet, one that was given up. */
export async function leaveMails({ store, clock }: TestSite): Promise<void> {
  const mails: MailEvent[] = ["waiting", "dead"].map((what) => ({
    id: `contactReceipt/${what}/1`,
    name: "contactReceipt",
    to: `${what}@example.org`,
    data: {},
  }));
  await store.commit({ ...NOTHING, mails }, clock.now);
  await store.claimMail("contactReceipt/dead/1", clock.now, 60_000);
  await store.mailFailed("contactReceipt/dead/1", clock.now, null, "no such mailbox");
}
