import { DAY } from "./time.ts";
import type { Millis } from "./time.ts";

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

// Made when it is first used: most requests ask for no day, and it would cost each cold start a millisecond.
let clock: Intl.DateTimeFormat | undefined;
const madridClock = (): Intl.DateTimeFormat =>
  (clock ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Madrid",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }));

/** What the clocks of Madrid show, as if it were UTC. */
function madridWallTime(at: Millis): Millis {
  const shown = new Map(
    madridClock()
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (part: Intl.DateTimeFormatPartTypes) => shown.get(part) ?? 0;
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
}

/** The calendar day in Europe/Madrid, `YYYY-MM-DD`. */
export function madridDay(at: Millis): string {
  return dayOf(madridWallTime(at));
}

/**
 * The last millisecond of a day in Europe/Madrid; days with a change of the clocks are 23 or 25 hours long. The clocks
 * change at 01:00 UTC, so at midnight in UTC they still show the offset that midnight in Madrid had.
 */
export function endOfMadridDay(day: string): Millis {
  const midnight = utcMidnight(addDays(day, 1));
  return midnight - (madridWallTime(midnight) - midnight) - 1;
}

/** The day that comes `days` days after (or before, if negative). */
export function addDays(day: string, days: number): string {
  return dayOf(utcMidnight(day) + days * DAY);
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isRealDay(text: string): boolean {
  return DAY_PATTERN.test(text) && !Number.isNaN(utcMidnight(text)) && dayOf(utcMidnight(text)) === text;
}

function utcMidnight(day: string): Millis {
  const [, year, month, date] = DAY_PATTERN.exec(day) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(date));
}

function dayOf(utc: Millis): string {
  return new Date(utc).toISOString().slice(0, 10);
}
