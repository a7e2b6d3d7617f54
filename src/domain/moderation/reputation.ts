import { REJECTIONS_KEPT_DAYS } from "../kernel/suspicion-limits.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { type Count, rejectionsCounter } from "../records/decision.ts";

/** What a moderator's decision about a text may be; others leave it as it was. */
const DECIDING: readonly string[] = ["approve", "reject", "spam", "hide", "restore", "undo"];
const REJECTED: readonly string[] = ["rejected", "spam", "hidden"];

/** How a decision changes what is counted of an address, from the text's state before and after it. */
export function reputationCounts(
  { action, address }: { readonly action: string; readonly address: string },
  before: string,
  after: string,
  now: Millis,
): Count[] {
  const by = Number(REJECTED.includes(after)) - Number(REJECTED.includes(before));
  if (by === 0 || address === "" || !DECIDING.includes(action)) return [];
  return [{ counter: rejectionsCounter(address), by, forgetAt: now + REJECTIONS_KEPT_DAYS * DAY }];
}
