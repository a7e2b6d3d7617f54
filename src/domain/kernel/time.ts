/** Milliseconds since 1970-01-01T00:00:00Z. The domain never reads a clock: `now` is always an argument. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Writes an instant as the clocks of Madrid show it, `2026-11-28 20:40:00`. */
const MADRID_CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Madrid",
  dateStyle: "short",
  timeStyle: "medium",
});

/** What the clocks of Madrid show, as if it were UTC, in whole seconds. */
function madridWallTime(at: Millis): Millis {
  return Date.parse(`${MADRID_CLOCK.format(at).replace(" ", "T")}Z`);
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

/** The moment at which the clocks of Madrid show a day (`YYYY-MM-DD`) and an hour (`HH:MM`); of two, the later one. */
export function madridInstant(day: string, time: string): Millis {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const near = shown - (madridWallTime(shown) - shown);
  return shown - (madridWallTime(near) - near);
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
