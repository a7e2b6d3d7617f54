import type { Appeal } from "./appeal.ts";
import type { Change, Context } from "./decision.ts";
import type { Link, ThingKind } from "./link.ts";
import { mailId, type MailEvent } from "./mail-event.ts";
import { manageRef, moderatorLink } from "./new-links.ts";

/** What an appeal is about, as it is after the change. */
export interface AppealAbout {
  readonly object: Link["object"] & { readonly kind: ThingKind };
  readonly version: number;
  /** Of the favour or of the article. */
  readonly title: string;
  /** Who appeals. */
  readonly name: string;
  readonly to: string;
}

/** Tells every moderator of an appeal; each gets a link of their own. */
export function moderateAppealMails(
  { object, version, title, name }: AppealAbout,
  { text }: Pick<Appeal, "text">,
  { moderators, newId, now }: Context,
): { changes: Change[]; mails: MailEvent[] } {
  const waiting = moderators.map((to, index) => {
    const link = moderatorLink(object, to, newId, now);
    const mail: MailEvent = {
      id: mailId("moderateAppeal", { id: object.id, version }, index + 1),
      name: "moderateAppeal",
      to,
      data: { link: link.ref, kind: object.kind, title, name, text },
    };
    return { change: link.change, mail };
  });
  return { changes: waiting.map(({ change }) => change), mails: waiting.map(({ mail }) => mail) };
}

/** To who appealed: what was decided. `reason`: in the moderator's words, where nothing changes. */
export function appealDecidedMail(
  { object, version, title, to }: AppealAbout,
  decided: "won" | "lost",
  reason: string | null,
): MailEvent {
  return {
    id: mailId("appealDecided", { id: object.id, version }),
    name: "appealDecided",
    to,
    data: { link: manageRef(object.id), kind: object.kind, title, decided, reason },
  };
}
