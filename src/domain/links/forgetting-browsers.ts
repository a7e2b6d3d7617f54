import type { Address } from "../records/address.ts";
import { newAddress } from "../records/changes.ts";
import { decided, type Context, type Decided } from "../records/decision.ts";

/**
 * Makes every cookie of an address worthless: its number goes up, and with it the signature that cookies must have. Whoever
 * asks has proved the address. Never fails.
 */
export function forgetBrowsers(
  { id, address }: { readonly id: string; readonly address: Address | null },
  { now }: Context,
): Decided<"forgotten"> {
  const known = address ?? newAddress(id, now);
  const after: Address = {
    ...known,
    version: (address?.version ?? 0) + 1,
    cookieNumber: known.cookieNumber + 1,
  };
  return decided(id, "forgotten", { changes: [{ kind: "address", before: address, after }] });
}
