import { trustOf } from "../../src/domain/moderation/trust.ts";
import type { Address, Trust } from "../../src/domain/records/address.ts";
import type { Deps } from "./deps.ts";

/** What is kept of an address, and what counts of it, of its mailbox and of what was rejected of it. One round trip. */
export async function readTrust(
  ids: Pick<Trust, "address" | "mailbox">,
  { store, now }: Pick<Deps, "store" | "now">,
): Promise<{ readonly address: Address | null; readonly trust: Trust }> {
  const [[address = null, mailbox = null], [rejected = 0]] = await Promise.all([
    store.readMany("address", [ids.address, ids.mailbox]),
    store.rejectionCounts([ids.address]),
  ]);
  return { address, trust: trustOf(ids, [address, mailbox], rejected, now()) };
}
