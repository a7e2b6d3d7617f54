import { MODERATOR_SESSION_HOURS } from "../../src/domain/kernel/limits.ts";
import { HOUR, SECOND } from "../../src/domain/kernel/time.ts";
import { isSessionAlive } from "../../src/domain/moderation/sessions.ts";
import { SESSION_COOKIE, type Session } from "../../src/domain/records/session.ts";
import { cookieOf } from "../http/cookies.ts";
import type { Deps } from "./deps.ts";

/** The `set-cookie` that lets this browser in. */
export function sessionCookie(value: string): string {
  return cookie(value, (MODERATOR_SESSION_HOURS * HOUR) / SECOND);
}

/** The `set-cookie` that lets nobody in any more. */
export const NO_SESSION_COOKIE = cookie("", 0);

function cookie(value: string, maxAgeSeconds: number): string {
  return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${String(maxAgeSeconds)}; HttpOnly; Secure; SameSite=Lax`;
}

/** The session of the moderator who asks; null: nobody's, or one that is over. Asked anew with each request. */
export async function sessionOf(
  request: Request,
  { store, signer, config, now }: Deps,
): Promise<Session | null> {
  const value = cookieOf(request, SESSION_COOKIE);
  if (value === null || value === "") return null;
  const session = await store.read("session", signer.sessionId(value));
  return session !== null && isSessionAlive(session, now(), config.moderators) ? session : null;
}
