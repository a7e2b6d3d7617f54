import type { Link, ThingKind } from "./link.ts";
import { mailId, type MailEvent } from "./mail-event.ts";
import { manageRef } from "./new-links.ts";

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
