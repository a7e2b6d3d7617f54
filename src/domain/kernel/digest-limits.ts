import type { Rate } from "./request-limits.ts";
import { MINUTE, type Millis } from "./time.ts";

/** When alerts leave, as the clocks of Madrid show it. */
export const DIGEST_TIME = "09:00";
/** The day of the week on which weekly ones do: Monday, as `Date` counts. */
export const DIGEST_WEEKDAY = 1;
/** Alerts that one address may have. */
export const MAX_DIGESTS = 10;
/** Favours that one letter tells of, the newest. */
export const DIGEST_JOBS_MAX = 20;
/** What was published since is left for the next letter: a commit that was decided earlier may still be on its way. */
export const DIGEST_SETTLES_AFTER: Millis = MINUTE;
/** The link of each letter works for so long at the least, in days. */
export const SUBSCRIPTION_LINK_MIN_DAYS = 90;

export const DIGEST_RATE: Rate = { name: "digests", uses: 20, seconds: 3600 };

/** Answers in one conversation are gathered for so long, in minutes; whoever wants one letter a day has them at `DIGEST_TIME`. */
export const NOTICE_GATHERS_MINUTES = 10;
/** Answers that one letter tells of, the newest. */
export const NOTICES_PER_LETTER = 20;
/** Letters of an answer's text that one repeats. */
export const NOTICE_TEXT_LENGTH = 400;
