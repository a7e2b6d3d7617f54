import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import { REMEMBER_COOKIE, type Address, type Trust } from "../../src/domain/records/address.ts";
import { REMEMBER_DAYS } from "../../src/domain/kernel/limits.ts";
import { DAY, SECOND } from "../../src/domain/kernel/time.ts";
import { cookieOf } from "../http/cookies.ts";
import type { Deps } from "./deps.ts";
import { readTrust } from "./trust.ts";

/** Whether this browser's owner proved an address before, and what is kept of the address if that was asked for. */
export interface Recognised {
  /** The keyed hash of the address. */
  readonly id: string;
  readonly isKnown: boolean;
  /** Null also where nobody is recognised. */
  readonly address: Address | null;
  /** What moderators said of whoever is recognised; of nobody else it says whose hashes these are. */
  readonly trust: Trust;
}

/** Whether this browser's owner proved this address before and asked to be remembered with it. */
export async function recognise(request: Request, email: string, deps: Deps): Promise<Recognised> {
  const { signer, now } = deps;
  const id = signer.addressId(email);
  const ids = { address: id, mailbox: signer.addressId(mailboxOf(email)) };
  const nobody: Recognised = {
    id,
    isKnown: false,
    address: null,
    trust: { ...ids, trusted: false, blockedUntil: null },
  };
  const value = rememberedBy(request);
  if (value === null) return nobody;
  const { address, trust } = await readTrust(ids, deps);
  return signer.remembers(value, id, address?.cookieNumber ?? 0, now())
    ? { id, isKnown: true, address, trust }
    : nobody;
}

/** The `set-cookie` that remembers this browser with this address; `address`: what is kept of it, if anything. */
export function rememberCookie(email: string, address: Address | null, { signer, now }: Deps): string {
  const value = signer.remember(signer.addressId(email), address?.cookieNumber ?? 0, now());
  return cookie(value, (REMEMBER_DAYS * DAY) / SECOND);
}

/** The `set-cookie` that makes this browser forget. */
export const FORGET_COOKIE = cookie("", 0);

function cookie(value: string, maxAgeSeconds: number): string {
  return `${REMEMBER_COOKIE}=${value}; Path=/; Max-Age=${String(maxAgeSeconds)}; HttpOnly; Secure; SameSite=Lax`;
}

/** What a remembered browser shows; null: nothing. Proves nothing by itself. */
export function rememberedBy(request: Request): string | null {
  return cookieOf(request, REMEMBER_COOKIE);
}
