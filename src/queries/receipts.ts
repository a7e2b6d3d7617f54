import { ID_PATTERN } from "../domain/kernel/shapes.ts";
import { writerOf } from "../domain/links/thing.ts";
import { receiptState } from "../domain/links/unconfirmed.ts";
import { getServices } from "../services.ts";
import { readThing } from "./linked.ts";

/** What a receipt still says. `gone`: unknown, used or too old; which of them is nobody's business. */
export type ReceiptAnswer =
  { readonly status: "waiting"; readonly email: string } | { readonly status: "confirmed" | "gone" | "down" };

/** Looks up what a receipt is for. Changes nothing. */
export async function receiptAnswer(id: string): Promise<ReceiptAnswer> {
  if (!ID_PATTERN.test(id)) return { status: "gone" };
  try {
    const { store, now } = await getServices();
    const time = now();
    const receipt = await store.read("receipt", id);
    const linked = receipt && (await readThing(receipt, store, time));
    const status = receiptState(receipt, linked, time);
    if (status !== "waiting" || linked === null) return { status: status === "confirmed" ? status : "gone" };
    return { status, email: writerOf(linked).email };
  } catch {
    return { status: "down" };
  }
}
