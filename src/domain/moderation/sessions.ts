import * as z from "zod/mini";
import { MODERATOR_SESSION_HOURS, SIGN_IN_MINUTES } from "../kernel/limits.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../kernel/time.ts";
import { ADDRESS_FORM, isAmong } from "../people/person.ts";
import { type Context, type Decided, decided } from "../records/decision.ts";
import { mailId } from "../records/mail-event.ts";
import { moderatorLink } from "../records/new-links.ts";
import type { Link } from "../records/link.ts";
import type { Session } from "../records/session.ts";

/** Who wants to be let in. */
export const SIGN_IN_FORM = z.pick(ADDRESS_FORM, { email: true });

/** Counts who asks to be let in: whoever asks, the store has something to write and takes the same time. */
const ASKED_COUNTER = "sign-ins-asked";

/** A moderator asks for the link that signs in. Any other address gets the same answer and no letter. Never fails. */
export function requestSignIn(email: string, { moderators, newId, now }: Context): Decided<"asked"> {
  // The link goes to the address as the site knows it, not as it was typed.
  const to = moderators.find((known) => isAmong(email, [known]));
  const id = newId();
  const counts = [{ counter: ASKED_COUNTER, by: 1, forgetAt: now + DAY }];
  if (to === undefined) return decided(id, "asked", { changes: [], counts });
  const link = moderatorLink({ kind: "session", id }, to, newId, now, now + SIGN_IN_MINUTES * MINUTE);
  return decided(id, "asked", {
    changes: [link.change],
    counts,
    mails: [
      {
        id: mailId("signIn", { id, version: 1 }),
        name: "signIn",
        to,
        data: { link: link.ref },
        goodUntil: link.expiresAt,
      },
    ],
  });
}

/** The link in the mail was used, once: a session begins. `fresh` is the hash of what its cookie says. Never fails. */
export function signIn(link: Link, fresh: string, now: Millis): Decided<"signedIn"> {
  const session = newSession(fresh, link.recipient ?? "", now);
  return decided(link.id, "signedIn", {
    changes: [
      { kind: "link", before: link, after: null },
      { kind: "session", before: null, after: session, forgetAt: session.expiresAt },
    ],
  });
}

/** Whether a session still lets somebody in: its time isn't over and its address is still a moderator's. */
export function isSessionAlive(session: Session, now: Millis, moderators: readonly string[]): boolean {
  return now <= session.expiresAt && isAmong(session.email, moderators);
}

function newSession(id: string, email: string, now: Millis): Session {
  return { id, version: 1, email, expiresAt: now + MODERATOR_SESSION_HOURS * HOUR };
}
