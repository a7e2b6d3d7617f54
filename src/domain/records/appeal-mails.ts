import type { WrittenKind } from "./link.ts";
import { mailId, type MailEvent } from "./mail-event.ts";
import { manageRef } from "./new-links.ts";

/** What an appeal is about, as it is after the change. */
export interface AppealAbout {
  readonly kind: WrittenKind;
  readonly id: string;
  readonly version: number;
  /** What its writer's link leads to, where that is not the thing itself. */
  readonly standsIn?: string;
  /** Of the favour or of the article. */
  readonly title: string;
  /** Whoever appeals. */
  readonly to: string;
  /** What was not let through has nobody left to reach. */
  readonly isTooLate?: boolean;
}

/** To who appealed: what was decided. `reason`: in the moderator's words, where nothing changes. */
export function appealDecidedMail(
  { kind, id, version, standsIn = id, title, to, isTooLate }: AppealAbout,
  decided: "won" | "lost",
  reason: string | null,
): MailEvent {
  return {
    id: mailId("appealDecided", { id, version }),
    name: "appealDecided",
    to,
    data: { link: manageRef(standsIn), kind, title, decided, reason, ...(isTooLate && { isTooLate }) },
  };
}
