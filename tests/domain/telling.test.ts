import { expect, it } from "vitest";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { tellingNow, type Unheard } from "../../src/domain/moderation/telling.ts";

/** Nine in the morning in Madrid. */
const NINE = Date.parse("2026-12-01T08:00:00Z");

function unheard(over: Partial<Unheard> & { readonly toldAt?: number }): Unheard {
  const { toldAt, ...rest } = over;
  return {
    told: toldAt === undefined ? null : { version: 1, at: toldAt },
    total: 9,
    urgent: 0,
    calm: 0,
    ...rest,
  };
}

it.each([
  ["nothing is new", { toldAt: NINE - 999 * MINUTE }, NINE, "nothing"],
  ["something calm is the first ever", { calm: 1 }, NINE - 1, "watch"],
  ["something urgent is the first ever", { urgent: 1 }, NINE - 1, "letter"],
  ["something calm waits for the morning", { toldAt: NINE - 300 * MINUTE, calm: 5 }, NINE - 1, "nothing"],
  ["at nine it is told", { toldAt: NINE - 300 * MINUTE, calm: 5 }, NINE, "letter"],
  [
    "and when nine was slept through",
    { toldAt: NINE - 300 * MINUTE, calm: 5 },
    NINE + 200 * MINUTE,
    "letter",
  ],
  [
    "what began to wait after nine waits for the next",
    { toldAt: NINE, calm: 5 },
    NINE + 1439 * MINUTE,
    "nothing",
  ],
  ["which comes", { toldAt: NINE, calm: 5 }, NINE + 1440 * MINUTE, "letter"],
  [
    "something urgent waits for a quarter of an hour",
    { toldAt: NINE, urgent: 1 },
    NINE + 15 * MINUTE - 1,
    "nothing",
  ],
  ["and no longer", { toldAt: NINE, urgent: 1 }, NINE + 15 * MINUTE, "letter"],
  ["so does the morning's", { toldAt: NINE - 5 * MINUTE, calm: 1 }, NINE, "nothing"],
  ["which follows", { toldAt: NINE - 5 * MINUTE, calm: 1 }, NINE + 10 * MINUTE, "letter"],
] as const)("%s", (_, given, now, telling) => {
  expect(tellingNow(unheard(given), now)).toBe(telling);
});

it("nine is nine in Madrid, in summer too", () => {
  const summer = Date.parse("2026-07-01T07:00:00Z");
  const calm = unheard({ toldAt: summer - 300 * MINUTE, calm: 1 });
  expect([tellingNow(calm, summer - 1), tellingNow(calm, summer)]).toEqual(["nothing", "letter"]);
});
