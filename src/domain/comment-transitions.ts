import type { CommentState } from "./comment.ts";
import type { Transition } from "./transitions.ts";

export type CommentAction =
  "write" | "publish" | "confirm" | "edit" | "delete" | "approve" | "reject" | "spam" | "report" | "restore";

/** The life of a comment (`spec.md` sections 2 and 3). */
export const COMMENT_TRANSITIONS: readonly Transition<CommentState, CommentAction>[] = [
  { from: null, to: "unconfirmed", action: "write", by: "writer" },
  { from: null, to: "held", action: "publish", by: "writer" },
  { from: null, to: "approved", action: "publish", by: "writer" },
  { from: "unconfirmed", to: "held", action: "confirm", by: "writer" },
  { from: "unconfirmed", to: "approved", action: "confirm", by: "writer" },
  { from: "held", to: "held", action: "edit", by: "writer" },
  { from: "approved", to: "approved", action: "edit", by: "writer" },
  { from: "approved", to: "held", action: "edit", by: "writer" },
  { from: "held", to: "deleted", action: "delete", by: "writer" },
  { from: "approved", to: "deleted", action: "delete", by: "writer" },
  { from: "held", to: "approved", action: "approve", by: "moderator" },
  { from: "held", to: "rejected", action: "reject", by: "moderator" },
  { from: "held", to: "spam", action: "spam", by: "moderator" },
  { from: "approved", to: "rejected", action: "reject", by: "moderator" },
  { from: "approved", to: "held", action: "report", by: "reporters" },
  // An appeal that was won, or a moderator's undo.
  { from: "rejected", to: "approved", action: "restore", by: "moderator" },
];
