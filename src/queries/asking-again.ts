import { askAgainValues, canAskAgain } from "../domain/favours/asking-again.ts";
import { behindLink } from "./links.ts";

/** What the poster's link of a favour that is over fills the form for a new one in with; null: it is no such link. Changes nothing. */
export async function valuesToAskAgain(token: string): Promise<Record<string, string> | null> {
  const found = await behindLink(token);
  if (found.status !== "ok" || found.view.link.role !== "poster") return null;
  const { linked, now } = found.view;
  return linked.kind === "job" && canAskAgain(linked.job, now) ? askAgainValues(linked.job, now) : null;
}
