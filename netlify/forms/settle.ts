import type { FormKey, Once } from "../../src/domain/records/decision.ts";
import { CONFLICT, limitError, type DomainError } from "../../src/domain/kernel/errors.ts";
import { isNothing, type Decided, type Outcome } from "../../src/domain/records/decision.ts";
import { err, ok, type Result } from "../../src/domain/kernel/errors.ts";
import type { Deps } from "./deps.ts";
import { senderOf } from "./sender.ts";

/** What became of a form: what its answer is made from, now and each time the same form is sent again. */
export interface Settled {
  readonly id: string;
  readonly state: string;
  readonly alreadyDone?: true;
}

/** A lost race is decided once more with fresh state; a second one is told to the visitor. */
const ATTEMPTS = 2;

/**
 * Lets the domain decide and commits what it decided, once. Afterwards the stale pages are purged and the mails leave:
 * whatever fails there is kept in the outbox, so it can't fail the request any more.
 *
 * @param request what a visitor sent; null where nobody did
 */
export async function settle(
  deps: Deps,
  decide: () => Promise<Decided<string>> | Decided<string>,
  formKey: FormKey | null,
  request: Request | null = null,
): Promise<Result<Settled, DomainError>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const decided = await decide();
    if (!decided.ok) return decided;
    const { decision, id, state, alreadyDone } = decided.value;
    const settled: Settled = alreadyDone ? { id, state, alreadyDone } : { id, state };
    if (isNothing(decision)) return ok(settled);

    const once: Once | undefined =
      formKey === null ? undefined : { ...formKey, answer: JSON.stringify(settled) };
    const sender = request === null ? null : await senderOf(decision, request, deps);
    const signed = sender === null ? decision : sender.sign(decision);
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
        continue;
    }
  }
  return err(CONFLICT);
}

/** What an earlier sending of the same form was answered. */
export function parseSettled(answer: string): Settled {
  const value: unknown = JSON.parse(answer);
  if (typeof value !== "object" || value === null) throw new TypeError("a kept answer is no object");
  if (!("id" in value) || typeof value.id !== "string") throw new TypeError("a kept answer has no id");
  if (!("state" in value) || typeof value.state !== "string")
    throw new TypeError("a kept answer has no state");
  return { id: value.id, state: value.state };
}

async function followUp(deps: Deps, { decision }: Outcome<string>): Promise<void> {
  const { outbox, cache, waitUntil } = deps;
  const ids = decision.mails.map((mail) => mail.id);
  // Where the platform lets work go on behind the answer, not even its beginning holds the answer up.
  if (waitUntil !== null) waitUntil(new Promise(setImmediate).then(() => outbox.deliver(ids)));
  // The next page this visitor sees must show what they did, so the purge is always waited for.
  await Promise.all([cache.purge(decision.purge), waitUntil === null ? outbox.deliver(ids) : undefined]);
}
