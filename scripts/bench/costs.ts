import { costOf, WRITTEN } from "../../tests/support/builders/written-costs.ts";
import type { Figure } from "./report.ts";

/** What the store's service asks for a hundred thousand commands: `COMMANDS_PRICE=0.2`. Blank where nobody said: prices change. */
const PRICE = process.env["COMMANDS_PRICE"] ?? "";
const COMMANDS_PRICED = 100_000;

const PARTS = { favour: "un favor", offer: "una propuesta", comment: "un comentario" } as const;

/** Keys, commands and bytes of what visitors write (`tests/store/cost.test.ts` bounds them). */
export function measureCosts(): Figure[] {
  return (["favour", "offer", "comment"] as const).flatMap((thing) => {
    const { keys, steps, bytes } = costOf(WRITTEN[thing]);
    const part = PARTS[thing];
    const figure = (name: string, value: number, unit: string): Figure => ({ part, name, value, unit });
    return [
      figure("claves", keys, ""),
      figure("pasos del guion", steps, ""),
      figure("órdenes que se facturan", 1, ""),
      figure("bytes", bytes, "B"),
      ...(PRICE === "" ? [] : [figure("precio", Number(PRICE) / COMMANDS_PRICED, "")]),
    ];
  });
}
