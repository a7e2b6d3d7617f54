import * as z from "zod/mini";
import { Text, Whole } from "../kernel/shapes.ts";
import type { Appeal } from "./appeal.ts";
import { MODERATED_KINDS } from "./log-entry.ts";

/** What a moderator's latest decision about a thing took the place of; kept for `UNDO_HOURS`. */
export const Verdict = z.object({
  /** `verdictId`: the thing and the version that the decision made. */
  id: Text,
  version: Whole,
  kind: z.enum(MODERATED_KINDS),
  action: z.string(),
  /** The version that the decision made: it is undone only while nothing else has happened. */
  made: Whole,
  /** The fields that the decision changed, as they were. */
  before: z.record(z.string(), z.unknown()),
  /** It decided about an appeal, which waits again once it is taken back. */
  appealed: z._default(z.boolean(), false),
  expiresAt: Whole,
});
export type Verdict = z.infer<typeof Verdict>;

/** The appeal as it is once a decision is taken back. */
export function appealBack(
  { appeal }: { readonly appeal: Appeal | null },
  { appealed }: Verdict,
): Appeal | null {
  return appealed && appeal !== null ? { ...appeal, decided: null } : appeal;
}
