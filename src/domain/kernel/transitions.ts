/** Who can make something change its state. */
export const ACTORS = [
  "poster",
  "helper",
  "joiner",
  "writer",
  "reporter",
  "reporters",
  "subscriber",
  "moderator",
  "sweeper",
] as const;
export type Actor = (typeof ACTORS)[number];

/** One row of a state table. The rules ask these rows whether an action is possible, and the help page draws them. */
export interface Transition<S extends string, A extends string> {
  /** Null: it comes into being. */
  readonly from: S | null;
  readonly to: S;
  readonly action: A;
  readonly by: Actor;
}

/** Whether some row lets `by` do `action` to something in the state `from`. */
export function allows<S extends string>(
  table: readonly Transition<S, string>[],
  from: S | null,
  action: string,
  by: Actor,
): boolean {
  return table.some((row) => row.from === from && row.action === action && row.by === by);
}
