import type { Millis } from "../domain/kernel/time.ts";
import { cleanText } from "../domain/kernel/clean.ts";

/** A day in a calendar: the whole of it, or one moment of it. */
export interface CalendarDay {
  /** Globally unique and the same each time it is made. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** When on that day; absent: all of it. */
  readonly startsAt?: Millis | undefined;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** When this was written. */
  readonly at: Millis;
}

const LINE_OCTETS = 75;

/**
 * A calendar file with one entry (RFC 5545): a whole day, or the moment at which something begins, in UTC so that no calendar has to know Madrid. It invites nobody: no organizer, attendee or method, so that
 * a calendar only offers to keep it.
 */
export function calendarFile(entry: CalendarDay): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Makethejobs//Favores//ES",
    "BEGIN:VEVENT",
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utcStamp(entry.at)}`,
    ...whenLines(entry),
    `SUMMARY:${escapeText(entry.summary)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `URL:${entry.url}`,
    `TRANSP:${entry.startsAt === undefined ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** RFC 5545 §3.6.1: without an end, an entry that begins at a moment ends at it. How long it takes was not agreed. */
function whenLines({ day, startsAt }: CalendarDay): string[] {
  if (startsAt !== undefined) return [`DTSTART:${utcStamp(startsAt)}`];
  return [`DTSTART;VALUE=DATE:${compactDay(day)}`, `DTEND;VALUE=DATE:${compactDay(dayAfter(day))}`];
}

/** RFC 5545 §3.3.11. */
function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", " ");
}

/** RFC 5545 §3.1: no line longer than 75 octets; what goes on begins with a space. Characters stay whole. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function utcStamp(at: Millis): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function compactDay(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
