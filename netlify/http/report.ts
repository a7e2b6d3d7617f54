/** Whether the store could not answer (`StoreDown` of `src/store`, whose class this room doesn't import). */
export function isStoreDown(error: unknown): boolean {
  return error instanceof Error && error.name === "StoreDown";
}

/** Places in the code that are told of a failure. */
const PLACES = 6;

/**
 * Logs a failure by its kind, its causes' kinds and its place in the code. Messages are left out: they may quote what
 * somebody typed, an address or a token.
 */
export function reportFailure(where: string, error: unknown): void {
  console.error(JSON.stringify({ failure: kindsOf(error).join(" < "), where, at: placesOf(error) }));
}

/** A system's code (`ENOENT`, `SQLITE_BUSY`) is never anybody's text. */
function kindsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error];
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return [error.name + code, ...(error.cause === undefined ? [] : kindsOf(error.cause))];
}

/** The message stands in the stack, too, and may have lines that look like places. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, PLACES)
    .map((line) => line.trim());
}
