import type { Millis } from "../kernel/time.ts";
import type { Edits } from "../kernel/shapes.ts";
import type { Address } from "./address.ts";
import type { Change } from "./decision.ts";

/** What a record shall be after a change, apart from its version, which goes up by one. */
export type Patch<T> = Partial<Omit<T, "id" | "version">>;

/**
 * The record's next version.
 *
 * @param fieldsOf the fields of its form: the record remembers in which version each of them got its present value
 */
export function nextVersion<T extends { readonly version: number; readonly edits?: Edits }>(
  before: T,
  patch: Patch<T>,
  fieldsOf: (record: T) => object,
): T {
  const after = { ...before, ...patch, version: before.version + 1 };
  const was = new Map<string, unknown>(Object.entries(fieldsOf(before)));
  const changed = Object.entries(fieldsOf(after)).filter(([field, value]) => value !== was.get(field));
  if (changed.length === 0) return after;
  const edits = Object.fromEntries(changed.map(([field]) => [field, after.version]));
  return { ...after, edits: { ...before.edits, ...edits } };
}

/** One more comment of an address was let through by a moderator; null if the address is not remembered yet. */
export function addressApproved(id: string, address: Address | null, now: Millis): Change {
  if (address === null) return { kind: "address", before: null, after: newAddress(id, now, 1) };
  const after = { ...address, version: address.version + 1, approvedComments: address.approvedComments + 1 };
  return { kind: "address", before: address, after };
}

/** An address that has just been confirmed. */
export function newAddress(id: string, now: Millis, approvedComments = 0): Address {
  return {
    id,
    version: 1,
    confirmedAt: now,
    approvedComments,
    cookieNumber: 0,
    trustedUntil: null,
    blockedUntil: null,
    blockAppealedAt: null,
  };
}
