import type { Actor, Transition } from "../../domain/kernel/transitions.ts";

/** One line of a table of states: transitions that differ only in where they come from, where they lead or who makes them. */
export interface StateRow<S extends string, A extends string> {
  /** From 1; the drawing puts it on the arrows. */
  readonly number: number;
  readonly action: A;
  /** Null among them: it comes into being. */
  readonly from: readonly (S | null)[];
  readonly to: readonly S[];
  readonly by: readonly Actor[];
}

type Draft<S extends string, A extends string> = Omit<StateRow<S, A>, "number">;

/** The transitions that the rules run, drawn together into as few lines as say the same. */
export function stateRows<S extends string, A extends string>(
  transitions: readonly Transition<S, A>[],
): StateRow<S, A>[] {
  const single = transitions.map(({ action, from, to, by }): Draft<S, A> => ({
    action,
    from: [from],
    to: [to],
    by: [by],
  }));
  const byActor = merge(single, ({ action, from, to }) => [action, from, to], "by");
  const byOrigin = merge(byActor, ({ action, to, by }) => [action, to, by], "from");
  const byTarget = merge(byOrigin, ({ action, from, by }) => [action, from, by], "to");
  return byTarget.map((row, index) => ({ number: index + 1, ...row }));
}

/** Lines with the same key become one, with the values of `part` one after the other. */
function merge<S extends string, A extends string>(
  rows: readonly Draft<S, A>[],
  keyOf: (row: Draft<S, A>) => unknown,
  part: "from" | "to" | "by",
): Draft<S, A>[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keyOf(row)));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, [part]: group.flatMap((row): readonly unknown[] => row[part]) }] : [];
  });
}
