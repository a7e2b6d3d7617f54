import type { Decision, Writer } from "../../src/domain/records/decision.ts";
import { TO_UNCONFIRMED } from "../../src/domain/records/mail-event.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import type { Deps } from "./deps.ts";
import { visitorOf } from "./rates.ts";
import { recognise } from "./remembered.ts";

/** The visitor behind letters to an address that they typed and have not proven. */
export interface Sender {
  readonly writer: Writer;
  /** The same decision, whose letters to that address say who caused them. */
  sign(decision: Decision): Decision;
}

/** Null where a decision sends no such letter, where the browser is remembered with the address, and where limits are off. */
export async function senderOf(decision: Decision, request: Request, deps: Deps): Promise<Sender | null> {
  if (!deps.config.limits) return null;
  const typed = decision.mails.find(({ name }) => TO_UNCONFIRMED.has(name));
  if (typed === undefined) return null;
  const [visitor, { isKnown }] = await Promise.all([visitorOf(deps), recognise(request, typed.to, deps)]);
  if (isKnown) return null;
  return {
    writer: { visitor, mailbox: deps.signer.addressId(mailboxOf(typed.to)) },
    sign: (signed) => ({
      ...signed,
      mails: signed.mails.map((mail) =>
        TO_UNCONFIRMED.has(mail.name) ? { ...mail, sender: visitor } : mail,
      ),
    }),
  };
}
