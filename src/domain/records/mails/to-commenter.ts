import * as z from "zod/mini";
import { Id, Text } from "../../kernel/shapes.ts";
import { LinkRef, article, canAppeal, blockedUntil } from "./parts.ts";

/** To who comments. */
export const TO_COMMENTER = {
  /** To the commenter: a person will read it first; with the status link. */
  commentHeld: () =>
    z.object({ link: LinkRef, article, why: z.optional(z.literal("reports")), blockedUntil }),
  /** To the commenter: it is public; with the link to edit or delete it. `root`: of its branch; mails from before it was kept have none. */
  commentApproved: () =>
    z.object({ link: LinkRef, article, commentId: Id, root: z.optional(z.nullable(Id)) }),
  /** To the commenter: the browser that wrote it has changed it, within the time it may. */
  commentEdited: () => z.object({ link: LinkRef, article }),
  /** To the commenter: it was not published, and why. */
  commentRejected: () => z.object({ link: LinkRef, article, reason: Text, canAppeal }),
} as const;
