import type { DeskKind } from "../domain/links/deciding.ts";
import { deskActions } from "../domain/links/desk-rows.ts";
import { recordOf, writerOf } from "../domain/links/thing.ts";
import type { Linked } from "../domain/links/linked.ts";
import { isBlocked, isTrusted } from "../domain/moderation/trust.ts";
import type { WaitingRef } from "../domain/moderation/waiting.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import type { Person } from "../domain/people/person.ts";
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
  /** How much of what it wrote was rejected lately. */
  readonly rejected: number;
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
  /** Null: a page of another site, which nobody signed. */
  readonly writer: WriterRecord | null;
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
export async function deskItems(services: Services, things: readonly Thing[]): Promise<DeskItem[]> {
  const time = services.now();
  const writers = things.flatMap(({ linked }) => (linked.kind === "mention" ? [] : writerOf(linked)));
  const parentsOf = things.flatMap(({ linked }) =>
    linked.kind === "comment" ? (linked.comment.parent ?? []) : [],
  );
  const slugs = things.flatMap(({ linked }) => articleOf(linked) ?? []);
  const [records, parents, articles] = await Promise.all([
    writerRecords(services, writers),
    services.store.readMany("comment", [...new Set(parentsOf)]),
    articlesBySlug([...new Set(slugs)]),
  ]);
  return things.map(({ why, linked, report = null }) => {
    const { id, version } = report ?? recordOf(linked);
    const parent = linked.kind === "comment" ? linked.comment.parent : null;
    return {
      id,
      version,
      why,
      linked,
      report,
      writer: linked.kind === "mention" ? null : (records.get(writerOf(linked).address) ?? null),
      above: parents.find((one) => one !== null && one.id === parent) ?? null,
      article: articles.find(({ slug }) => slug === articleOf(linked)) ?? null,
      actions: report === null ? actionsOf(linked, time) : deskActions({ kind: "report", report }, time),
    };
  });
}

function articleOf(linked: Linked<DeskKind>): string | null {
  if (linked.kind === "mention") return linked.mention.article;
  return linked.kind === "comment" ? linked.comment.article : null;
}

/** What is known of each of these addresses. */
async function writerRecords(
  { store, signer, now }: Services,
  writers: readonly Person[],
): Promise<ReadonlyMap<string, WriterRecord>> {
  const time = now();
  const ids = writers.map(({ address }) => address);
  const [addresses, mailboxes, liveJobs, rejections] = await Promise.all([
    store.readMany("address", ids),
    store.readMany(
      "address",
      writers.map(({ email }) => signer.addressId(mailboxOf(email))),
    ),
    store.liveJobCounts(ids),
    store.rejectionCounts(ids),
  ]);
  return new Map(
    ids.map((id, at) => {
      const [address = null, mailbox = null] = [addresses[at], mailboxes[at]];
      const record = {
        confirmedAt: address?.confirmedAt ?? null,
        approvedComments: address?.approvedComments ?? 0,
        liveJobs: liveJobs[at] ?? 0,
        dropOuts: address?.dropOuts?.length ?? 0,
        rejected: rejections[at] ?? 0,
        trustedUntil: isTrusted(address, time) ? (address?.trustedUntil ?? null) : null,
        blockedUntil: isBlocked(mailbox, time) ? (mailbox?.blockedUntil ?? null) : null,
      };
      return [id, record];
    }),
  );
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
    case "mention":
    case "question":
      return deskActions(linked, now);
    case "thanks":
      return deskActions(linked, now);
  }
}
