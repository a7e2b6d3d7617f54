import { type DeskKind, deskActions } from "../domain/links/desk-rows.ts";
import { recordOf, writerOf } from "../domain/links/thing.ts";
import type { Linked } from "../domain/links/row.ts";
import { isBlocked, isTrusted } from "../domain/moderation/trust.ts";
import type { WaitingRef } from "../domain/moderation/waiting.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { Report } from "../domain/records/report.ts";
import type { DeskAction } from "../domain/records/log-entry.ts";
import type { Services } from "../services.ts";
import { articlesBySlug } from "./articles.ts";

/** What is known of the address of who wrote something: numbers, never the address. */
export interface WriterRecord {
  readonly confirmedAt: number | null;
  readonly approvedComments: number;
  readonly liveJobs: number;
  readonly dropOuts: number;
  readonly trustedUntil: number | null;
  readonly blockedUntil: number | null;
}

/** Something as a moderator decides about it. */
export interface DeskItem {
  readonly id: string;
  readonly version: number;
  readonly why: WaitingRef["kind"];
  readonly linked: Linked<DeskKind>;
  /** Its report waits: that is what is decided, and what it is about is shown. */
  readonly report: Report | null;
  readonly writer: WriterRecord;
  /** The comment that this one answers. */
  readonly above: Comment | null;
  readonly article: { readonly title: string; readonly url: string } | null;
  readonly actions: readonly DeskAction[];
}

interface Thing {
  readonly why: WaitingRef["kind"];
  readonly linked: Linked<DeskKind>;
  readonly report?: Report | null;
}

/** Everything that is read beside the things themselves, in one trip however many they are. */
export async function deskItems(
  { store, signer, now }: Services,
  things: readonly Thing[],
): Promise<DeskItem[]> {
  const time = now();
  const writers = things.map(({ linked }) => writerOf(linked));
  const mailboxes = writers.map(({ email }) => signer.addressId(mailboxOf(email)));
  const comments = things.map(({ linked }) => (linked.kind === "comment" ? linked.comment : null));
  const [addresses, kept, liveJobs, parents, articles] = await Promise.all([
    store.readMany(
      "address",
      writers.map(({ address }) => address),
    ),
    store.readMany("address", mailboxes),
    store.liveJobCounts(writers.map(({ address }) => address)),
    store.readMany("comment", [...new Set(comments.flatMap((comment) => comment?.parent ?? []))]),
    articlesBySlug([...new Set(comments.flatMap((comment) => comment?.article ?? []))]),
  ]);
  return things.map(({ why, linked, report = null }, at) => {
    const { id, version } = report ?? recordOf(linked);
    const [address = null, mailbox = null, comment = null] = [addresses[at], kept[at], comments[at]];
    return {
      id,
      version,
      why,
      linked,
      report,
      writer: {
        confirmedAt: address?.confirmedAt ?? null,
        approvedComments: address?.approvedComments ?? 0,
        liveJobs: liveJobs[at] ?? 0,
        dropOuts: address?.dropOuts?.length ?? 0,
        trustedUntil: isTrusted(address, time) ? (address?.trustedUntil ?? null) : null,
        blockedUntil: isBlocked(mailbox, time) ? (mailbox?.blockedUntil ?? null) : null,
      },
      above: parents.find((parent) => parent !== null && parent.id === comment?.parent) ?? null,
      article: articles.find(({ slug }) => slug === comment?.article) ?? null,
      actions: report === null ? actionsOf(linked, time) : ["uphold", "dismiss"],
    };
  });
}

/** Its rows are those of its kind, which the compiler can't see of a union. */
function actionsOf(linked: Linked<DeskKind>, now: number): DeskAction[] {
  switch (linked.kind) {
    case "job":
      return deskActions(linked, now);
    case "offer":
      return deskActions(linked, now);
    case "reward":
      return deskActions(linked, now);
    case "comment":
      return deskActions(linked, now);
    case "question":
      return deskActions(linked, now);
    case "thanks":
      return deskActions(linked, now);
  }
}
