/** Whether the store could not answer (`StoreDown` of `src/store`, whose class this room doesn't import). */
export function isStoreDown(error: unknown): boolean {
  return error instanceof Error && error.name === "StoreDown";
}

/**
 * Logs a failure by its kind and place in the code. Messages are left out: they may quote what somebody typed, an address
 * or a token.
 */
export function reportFailure(where: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const at = stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  console.error(JSON.stringify({ failure: name, where, at }));
}
