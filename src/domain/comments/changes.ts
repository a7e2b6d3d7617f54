import { type Patch, nextVersion } from "../records/changes.ts";
import type { Comment } from "../records/comment.ts";
import type { Change } from "../records/decision.ts";
import { commentFields } from "./form.ts";

export function commentChange(comment: Comment, patch: Patch<Comment>): { change: Change; comment: Comment } {
  const after = nextVersion(comment, patch, commentFields);
  return { change: { kind: "comment", before: comment, after }, comment: after };
}
