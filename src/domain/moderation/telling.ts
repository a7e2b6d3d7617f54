import { MODERATOR_LETTER_TIME, MODERATOR_LETTERS_EVERY_MINUTES } from "../kernel/limits.ts";
import { addDays, madridDay, madridInstant, MINUTE, type Millis } from "../kernel/time.ts";
import type { ModeratorsTold } from "../records/moderators-told.ts";

/** What waits for the moderators, in numbers. */
export interface Unheard {
  /** Null: they were never told of anything. */
  readonly told: ModeratorsTold | null;
  /** What waits in all. */
  readonly total: number;
  /** What began to wait since the last letter and is urgent. */
  readonly urgent: number;
  /** The same of what can wait until the morning. */
  readonly calm: number;
}

/** `watch`: nothing leaves yet, but from now on it is known since when. */
export type Telling = "nothing" | "watch" | "letter";

/** Whether a letter leaves now: of what is urgent once in `MODERATOR_LETTERS_EVERY_MINUTES`, of the rest at `MODERATOR_LETTER_TIME`; of nothing new, never. */
export function tellingNow({ told, urgent, calm }: Unheard, now: Millis): Telling {
  if (urgent === 0 && calm === 0) return "nothing";
  if (told === null) return urgent > 0 ? "letter" : "watch";
  if (now < told.at + MODERATOR_LETTERS_EVERY_MINUTES * MINUTE) return "nothing";
  return urgent > 0 || told.at < lastMorning(now) ? "letter" : "nothing";
}

function lastMorning(now: Millis): Millis {
  const day = madridDay(now);
  const today = madridInstant(day, MODERATOR_LETTER_TIME);
  return today <= now ? today : madridInstant(addDays(day, -1), MODERATOR_LETTER_TIME);
}
