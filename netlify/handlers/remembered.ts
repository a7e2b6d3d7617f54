import { DAY, SECOND } from "../../src/domain/time.ts";
import type { Deps } from "./deps.ts";

/** Set only when somebody asked for it with a link that proved the address; `__Host-`: this host only, https only. */
export const REMEMBER_COOKIE = "__Host-recuerdame";
/** How long a browser is remembered, in days. */
const REMEMBER_COOKIE_DAYS = 180;

/** Whether this browser's owner proved this address before and asked to be remembered with it. */
export function isRemembered(request: Request, email: string, { signer, now }: Deps): boolean {
  const value = rememberedBy(request);
  return value !== null && signer.remembers(value, email, now());
}

/** The `set-cookie` that remembers this browser with this address. */
export function rememberCookie(email: string, { signer, now }: Deps): string {
  const maxAge = (REMEMBER_COOKIE_DAYS * DAY) / SECOND;
  return `${REMEMBER_COOKIE}=${signer.remember(email, now())}; Path=/; Max-Age=${maxAge}; HttpOnly; Secure; SameSite=Lax`;
}

/** What a remembered browser shows; null: nothing. Proves nothing by itself. */
export function rememberedBy(request: Request): string | null {
  return cookieValue(request, REMEMBER_COOKIE);
}

function cookieValue(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";");
  const found = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
