import { lostLinks, type Thing } from "../domain/links/lost.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { NOTHING, type CommitResult, type Decision } from "../domain/records/decision.ts";
import type { Link } from "../domain/records/link.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";

/** What has to be remembered for letters with lost links. */
export interface LostStore {
  thingsOf(address: string, now: Millis): Promise<{ readonly thing: Thing; readonly link: Link | null }[]>;
  commit(decision: Decision, now: Millis): Promise<CommitResult>;
}

/** The letter with what is alive now, its dead links made anew; null where there is nothing: then no letter leaves. */
export async function withLostLinks<M extends Extract<MailEvent, { name: "lostLinks" }>>(
  store: LostStore,
  event: M,
  now: Millis,
): Promise<M | null> {
  const { address } = event.data;
  const { told, renewed } = lostLinks(await store.thingsOf(address, now), address, now);
  if (told.length === 0) return null;
  // Each by itself: one that was made meanwhile by another letter is the same link.
  for (const change of renewed) await store.commit({ ...NOTHING, changes: [change] }, now);
  return { ...event, data: { address, things: [...told] } };
}
