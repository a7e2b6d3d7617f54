import { MY_DATA_LINK_TTL_HOURS } from "../kernel/own-data-limits.ts";
import { HOUR, type Millis } from "../kernel/time.ts";
import { type Change, type Context, type Decided, decided } from "../records/decision.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { MyData } from "../records/my-data.ts";
import { dataLink } from "../records/new-links.ts";

/**
 * Somebody asks what is kept of them. What is decided is the same for every address: whether there is anything is looked up when the
 * letter leaves, behind the answer. Never fails.
 */
export function askForData(
  { email, address }: { readonly email: string; readonly address: string },
  { newId, now }: Context,
): Decided<"asked"> {
  const link = { id: newId(), version: 1 };
  return decided("", "asked", {
    changes: [],
    mails: [
      {
        id: mailId("myData", link),
        name: "myData",
        to: email,
        data: { address, link },
        // The link lives from when the letter leaves.
        goodUntil: now + MY_DATA_LINK_TTL_HOURS * HOUR,
        first: true,
      },
    ],
  });
}

/** The link that such a letter carries, and what it leads to; made once, when the letter leaves. */
export function openData(
  { to, data: { address, link } }: Extract<MailEvent, { name: "myData" }>,
  now: Millis,
): Change[] {
  const made = dataLink(link.id, address, now);
  const data: MyData = {
    id: link.id,
    version: 1,
    email: to,
    address,
    createdAt: now,
    erasedAt: null,
    failures: 0,
    tryAt: null,
    doneAt: null,
  };
  return [made.change, { kind: "myData", before: null, after: data, forgetAt: made.expiresAt }];
}
