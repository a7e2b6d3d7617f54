import type { Millis } from "../domain/kernel/time.ts";
import { openData } from "../domain/links/my-data.ts";
import { LOST_LINKS_MAX } from "../domain/kernel/limits.ts";
import { lostLinks, type Thing } from "../domain/links/lost.ts";
import type { Link } from "../domain/records/link.ts";
import { NOTHING, type CommitResult, type Decision } from "../domain/records/decision.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";

/** What has to be remembered for letters with the link to somebody's data. */
export interface DataStore {
  allOf(
    address: string,
    now: Millis,
    limit?: number,
  ): Promise<{
    readonly things: readonly { readonly thing: Thing; readonly link: Link | null }[];
    readonly deeds: readonly unknown[];
    readonly messages: readonly unknown[];
    readonly reports: readonly unknown[];
    readonly decisions: readonly unknown[];
  }>;
  read(kind: "address", id: string): Promise<unknown>;
  commit(decision: Decision, now: Millis): Promise<CommitResult>;
}

/** Whether anything is kept under the address: then the letter's link is made, and the letter leaves. Else none does. */
export async function opensData(
  store: DataStore,
  event: Extract<MailEvent, { name: "myData" }>,
  now: Millis,
): Promise<boolean> {
  const { address } = event.data;
  const [{ things, ...others }, remembered] = await Promise.all([
    store.allOf(address, now, LOST_LINKS_MAX),
    store.read("address", address),
  ]);
  const { deeds, messages, reports, decisions } = others;
  const rest = deeds.length + messages.length + reports.length + decisions.length;
  if (things.length + rest === 0 && remembered === null) return false;
  // Its page leads to each thing: links of what is alive that have died are made anew, each by itself.
  for (const change of lostLinks(things, address, now).renewed) {
    await store.commit({ ...NOTHING, changes: [change] }, now);
  }
  // Made before by an earlier attempt of the same letter: then it is a conflict, and the link is the same.
  await store.commit({ ...NOTHING, changes: openData(event, now) }, now);
  return true;
}
