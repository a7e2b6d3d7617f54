/** Milliseconds since 1970-01-01T00:00:00Z. The domain never reads a clock: `now` is always an argument. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;
