import {
  type Decision,
  type FormKey,
  type Once,
  type Writer,
  isNothing,
  type Decided,
  type Outcome,
} from "../../src/domain/records/decision.ts";
import { TO_UNCONFIRMED } from "../../src/domain/records/mail-event.ts";
import { callsModerators } from "../../src/domain/moderation/waiting.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import {
  CONFLICT,
  limitError,
  type DomainError,
  err,
  ok,
  type Result,
} from "../../src/domain/kernel/errors.ts";
import type { Deps } from "./deps.ts";
import { reportFailure } from "../http/report.ts";
import { visitorOf } from "./rates.ts";
import { recognise } from "./remembered.ts";

/** What became of a form: what its answer is made from, now and each time the same form is sent again. */
export interface Settled {
  readonly id: string;
  readonly state: string;
  /** Id of the receipt of what waits to be confirmed. */
  readonly receipt?: string;
  readonly alreadyDone?: true;
}

/** A lost race is decided once more with fresh state; a second one is told to the visitor. */
const ATTEMPTS = 2;

/** What is decided about, and how. */
interface Deciding<Found> {
  /** What was read to decide. */
  readonly found: Found;
  /** Reads the same anew, for the decision after a lost race. */
  readonly readAgain: () => Promise<Found>;
  readonly decide: (found: Found) => Decided<string>;
  /** Makes it count once; null: it may count again. */
  readonly formKey: FormKey | null;
  /** What a visitor sent; null where nobody did. */
  readonly request: Request | null;
}

/** What came of it, and what the last decision was made on. */
export interface Settlement<Found> {
  readonly result: Result<Settled, DomainError>;
  readonly found: Found;
}

/**
 * Lets the domain decide and commits what it decided, once. Afterwards the stale pages are purged and the mails leave:
 * whatever fails there is kept in the outbox, so it can't fail the request any more.
 */
export async function settle<Found>(deps: Deps, deciding: Deciding<Found>): Promise<Settlement<Found>> {
  let { found } = deciding;
  for (let attempt = 1; ; attempt += 1) {
    const result = await commitOnce(deps, deciding.decide(found), deciding);
    if (result !== "conflict") return { result, found };
    if (attempt === ATTEMPTS) return { result: err(CONFLICT), found };
    found = await deciding.readAgain();
  }
}

async function commitOnce(
  deps: Deps,
  decided: Decided<string>,
  { formKey, request }: Pick<Deciding<unknown>, "formKey" | "request">,
): Promise<Result<Settled, DomainError> | "conflict"> {
  if (!decided.ok) return decided;
  const { decision, id, state, receipt, alreadyDone } = decided.value;
  const settled: Settled = {
    id,
    state,
    ...(receipt !== undefined && { receipt }),
    ...(alreadyDone && { alreadyDone }),
  };
  if (isNothing(decision)) return ok(settled);

  const once: Once | undefined =
    formKey === null ? undefined : { ...formKey, answer: JSON.stringify(settled) };
  const sender = request === null ? null : await senderOf(decision, request, deps);
  const known = formKey === null ? decision : withFormKey(decision, formKey);
  const signed = sender === null ? known : sender.sign(known);
  const result = await deps.store.commit(signed, deps.now(), once, sender?.writer);
  switch (result.status) {
    case "committed":
      await followUp(deps, decided.value);
      return ok(settled);
    case "repeated":
      return ok(parseSettled(result.answer));
    case "limit":
      return err(limitError(result.counter));
    case "conflict":
      return "conflict";
  }
}

/** Receipts remember by what the same form would be known again, so that who takes back what it made can send it once more. */
function withFormKey(decision: Decision, { key }: FormKey): Decision {
  return {
    ...decision,
    changes: decision.changes.map((change) =>
      change.kind === "receipt" && change.after
        ? { ...change, after: { ...change.after, formKey: key } }
        : change,
    ),
  };
}

/** The visitor behind letters to an address that they typed and have not proven. */
interface Sender {
  readonly writer: Writer;
  /** The same decision, whose letters to that address say who caused them. */
  sign(decision: Decision): Decision;
}

/** Null where a decision sends no such letter, where the browser is remembered with the address, and where limits are off. */
async function senderOf(decision: Decision, request: Request, deps: Deps): Promise<Sender | null> {
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

/** What an earlier sending of the same form was answered. */
export function parseSettled(answer: string): Settled {
  const value: unknown = JSON.parse(answer);
  if (typeof value !== "object" || value === null) throw new TypeError("a kept answer is no object");
  if (!("id" in value) || typeof value.id !== "string") throw new TypeError("a kept answer has no id");
  if (!("state" in value) || typeof value.state !== "string")
    throw new TypeError("a kept answer has no state");
  const receipt = "receipt" in value && typeof value.receipt === "string" ? { receipt: value.receipt } : {};
  return { id: value.id, state: value.state, ...receipt };
}

async function followUp(deps: Deps, { decision }: Outcome<string>): Promise<void> {
  const { cache, waitUntil } = deps;
  // Where the platform lets work go on behind the answer, not even its beginning holds the answer up.
  if (waitUntil !== null) waitUntil(new Promise(setImmediate).then(() => deliver(deps, decision)));
  // The next page this visitor sees must show what they did, so the purge is always waited for.
  await Promise.all([cache.purge(decision.purge), waitUntil === null ? deliver(deps, decision) : undefined]);
}

/** Never throws. */
async function deliver(deps: Deps, decision: Decision): Promise<void> {
  await deps.outbox.deliver(decision.mails.map((mail) => mail.id));
  if (!callsModerators(decision)) return;
  try {
    const { tellModerators } = await import("./telling.ts");
    await deps.outbox.deliver(await tellModerators(deps));
  } catch (error) {
    // The clock tells them within a minute.
    reportFailure("tell the moderators", error);
  }
}
