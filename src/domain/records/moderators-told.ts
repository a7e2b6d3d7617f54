import * as z from "zod/mini";
import { Whole } from "../kernel/shapes.ts";

/** What the moderators were last told of what waits. */
export const ModeratorsTold = z.object({
  version: z.int(),
  /** When the last letter was put into the outbox; before the first one: since when what waits is watched. */
  at: Whole,
});
export type ModeratorsTold = z.infer<typeof ModeratorsTold>;
