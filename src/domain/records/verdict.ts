import * as z from "zod/mini";
import { Text, Whole } from "../kernel/shapes.ts";
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
  expiresAt: Whole,
});
export type Verdict = z.infer<typeof Verdict>;
