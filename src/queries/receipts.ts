import { ID_PATTERN } from "../domain/kernel/shapes.ts";
import { writerOf } from "../domain/links/thing.ts";
import { receiptState } from "../domain/links/unconfirmed.ts";
import { getServices } from "../services.ts";

/** What a receipt still says. `gone`: unknown, used or too old; which of them is nobody's business. */
export type ReceiptAnswer = (
  { readonly status: "waiting"; readonly email: string } | { readonly status: "confirmed" | "gone" | "down" }
) & {
  /** The article that was commented on, as long as the receipt leads to it. */
  readonly article?: string | undefined;
};

/** Looks up what a receipt is for. Changes nothing. */
export async function receiptAnswer(id: string): Promise<ReceiptAnswer> {
  if (!ID_PATTERN.test(id)) return { status: "gone" };
  try {
    const { store, now } = await getServices();
    const time = now();
    const receipt = await store.read("receipt", id);
    const linked = receipt && (await store.readThing(receipt.object, time));
    const status = receiptState(receipt, linked, time);
    const article = linked?.kind === "comment" ? linked.comment.article : undefined;
    if (status === "confirmed") return { status, article };
    if (status !== "waiting" || linked === null) return { status: "gone" };
    return { status, email: writerOf(linked).email, article };
  } catch {
    return { status: "down" };
  }
}
