/** What a ticket says of where and when, on the board and while it is written. */

/** A town with its province: `Utebo (Zaragoza)`. */
export function placeWords(place: string, town: string | null): string {
  return town && town !== place ? `${town} (${place})` : place;
}

/** A deadline is a day in Spain; noon keeps it that day in any time zone. */
export function deadlineWords(day: string | null): string {
  if (!day) return "Cuando se pueda";
  const short = new Date(`${day}T12:00:00Z`).toLocaleDateString("es-ES", { day: "numeric", month: "short" });
  return `Hasta el ${short}`;
}

/** An amount that would not stand in one line of a narrow stub at the size of the others. */
export function isLongAmount(amount: string): boolean {
  return amount.length > 6;
}
