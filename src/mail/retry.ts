import { LONGEST_WAIT, GIVE_UP_AFTER } from "../domain/kernel/limits.ts";
import { HOUR, MINUTE, type Millis } from "../domain/kernel/time.ts";

const WAITS: readonly Millis[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];

/**
 * When a mail is tried again after its attempt number `attempts` (from 1) failed at `now`; null: give up. The last attempt
 * falls on the end of the 72 hours.
 */
export function retryTime(attempts: number, firstAt: Millis, now: Millis): Millis | null {
  const end = firstAt + GIVE_UP_AFTER;
  if (now >= end) return null;
  return Math.min(now + (WAITS[attempts - 1] ?? LONGEST_WAIT), end);
}
