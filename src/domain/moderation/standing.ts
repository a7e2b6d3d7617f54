import { STANDING_DAYS } from "../kernel/suspicion-limits.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { type Count, rejectionsCounter } from "../records/decision.ts";

const REJECTING: readonly string[] = ["reject", "spam", "hide"];

/** How a moderator's decision changes what is counted of an address; `undone`: the action that this one takes back. */
export function standingCounts(action: string, undone: string | null, address: string, now: Millis): Count[] {
  const isTakenBack =
    action === "restore" || (action === "undo" && undone !== null && REJECTING.includes(undone));
  const by = REJECTING.includes(action) ? 1 : isTakenBack ? -1 : 0;
  if (by === 0 || address === "") return [];
  return [{ counter: rejectionsCounter(address), by, forgetAt: now + STANDING_DAYS * DAY }];
}
