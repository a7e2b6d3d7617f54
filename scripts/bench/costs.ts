import type { Decision } from "../../src/domain/records/decision.ts";
import { commitSteps } from "../../src/store/commit.ts";
import {
  comment,
  decision,
  job,
  mail,
  newComment,
  newJob,
  newOffer,
  NOW,
  offer,
} from "../../tests/support/builders/records.ts";
import type { Figure } from "./report.ts";

/** What the store's service asks for a hundred thousand commands: `COMMANDS_PRICE=0.2`. Blank where nobody said: prices change. */
const PRICE = process.env["COMMANDS_PRICE"] ?? "";
const COMMANDS_PRICED = 100_000;

const WRITES: Readonly<Record<string, Decision>> = {
  "un favor": decision({ changes: [newJob(job())], mails: [mail()] }),
  "una propuesta": decision({ changes: [newOffer(offer())], mails: [mail(2)] }),
  "un comentario": decision({ changes: [newComment(comment({ state: "approved" }))], mails: [mail(3)] }),
};

/** Keys, commands and bytes of what visitors write: the same on every machine (`tests/store/cost.test.ts` bounds them). */
export function measureCosts(): Figure[] {
  return Object.entries(WRITES).flatMap(([part, written]) => {
    const { guards, writes } = commitSteps(written, NOW);
    const steps = [...guards, ...writes];
    const figure = (name: string, value: number, unit: string): Figure => ({ part, name, value, unit });
    return [
      figure("claves", new Set(steps.flatMap(({ keys }) => keys)).size, ""),
      figure("pasos del guion", steps.length, ""),
      figure("órdenes que se facturan", 1, ""),
      figure("bytes", Buffer.byteLength(JSON.stringify(steps)), "B"),
      ...(PRICE === "" ? [] : [figure("precio", Number(PRICE) / COMMANDS_PRICED, "")]),
    ];
  });
}
