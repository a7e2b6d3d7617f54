/** What a ticket says of where and when, on the board and while it is written. */

/** A town with its province: `Utebo (Zaragoza)`. */
export function placeWords(place: string, town: string | null): string {
  return town && town !== place ? `${town} (${place})` : place;
}

/** Made with the first deadline and kept: making one takes longer than all else that a ticket says. */
let shortDay: Intl.DateTimeFormat | undefined;

/** A deadline is a day in Spain, whatever the time zone of whoever reads it. What is no day yet, as it is typed, is none. */
export function deadlineWords(day: string | null): string {
  if (!day || Number.isNaN(Date.parse(day))) return "Cuando se pueda";
  shortDay ??= new Intl.DateTimeFormat("es-ES", { day: "numeric", month: "short", timeZone: "UTC" });
  return `Hasta el ${shortDay.format(new Date(day))}`;
}

/** An amount that would not stand in one line of a narrow stub at the size of the others. */
export function isLongAmount(amount: string): boolean {
  return amount.length > 6;
}
