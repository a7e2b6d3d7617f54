/**
 * The store can't answer: refused, too slow, out of order, or it answered something that nobody can read. Nothing is known
 * about whether a write that was on its way arrived; sending the same form again settles it (`once`).
 */
export class StoreDown extends Error {
  override readonly name = "StoreDown";

  /** @param doing what was being asked of the store, without any visitor's data. */
  constructor(doing: string, cause: unknown) {
    super(`The store did not answer: ${doing}`, { cause: withoutCommand(cause) });
  }
}

/**
 * The client's own errors quote the whole command, and so the address and the text of whoever sent the form. What is
 * logged must not hold them.
 */
function withoutCommand(cause: unknown): unknown {
  if (!(cause instanceof Error) || !cause.name.startsWith("Upstash")) return cause;
  const kept = new Error(cause.message.replace(/, command was:[^]*$/, "").slice(0, 200));
  kept.name = cause.name;
  return kept;
}
