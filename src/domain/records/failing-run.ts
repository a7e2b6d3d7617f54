import * as z from "zod/mini";
import { Text, Whole } from "../kernel/shapes.ts";

/** What runs by the clock, with nobody looking. */
export const RUNS = ["sweep", "outbox", "erase", "publish", "digests", "notices"] as const;
export type Run = (typeof RUNS)[number];

/** A run that has failed and not worked since. */
export const FailingRun = z.object({
  version: z.int(),
  /** How often, in a row. */
  times: Whole,
  /** When it failed first. */
  since: Whole,
  /** The step that failed last and the kind of failure: names of ours, never a message. */
  what: Text,
});
export type FailingRun = z.infer<typeof FailingRun>;
