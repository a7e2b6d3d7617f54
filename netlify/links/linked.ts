import type { Address } from "../../src/domain/records/address.ts";
import type { Article } from "../../src/domain/comments/states.ts";
import { isAgreedUpon } from "../../src/domain/favours/drop-outs.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import type { Job } from "../../src/domain/records/job.ts";
import type { Link, LinkAction } from "../../src/domain/records/link.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import type { Deps } from "../forms/deps.ts";

export interface FoundJob {
  readonly kind: "job";
  readonly job: Job;
  /** What is remembered of the poster's address; read where an agreement is broken. */
  readonly address?: Address | null;
  readonly offers: readonly Offer[];
  readonly seen: number;
}
export interface FoundOffer {
  readonly kind: "offer";
  readonly offer: Offer;
  readonly job: Job;
  /** All offers of the favour, as `offersOf` of the store gives them; none where the action doesn't concern them. */
  readonly offers: readonly Offer[];
  readonly seen: number;
}
export interface FoundComment {
  readonly kind: "comment";
  readonly comment: Comment;
  readonly address: Address | null;
  readonly article: Article;
}

/** What a magic link is about, with everything that deciding about it may need. */
export type Found = FoundJob | FoundOffer | FoundComment;

/** What a helper can ask for that is about the favour's other offers, too. */
const CONCERNS_OTHERS: ReadonlySet<LinkAction | null> = new Set<LinkAction>([
  "confirm",
  "withdraw",
  "dropOut",
  "erase",
]);

/**
 * Null when it is not there any more. All is asked for at once, since the link itself names it.
 *
 * @param action what the link is used for; null: nothing that it can do
 */
export async function readLinked(
  { object }: Link,
  action: LinkAction | null,
  deps: Deps,
): Promise<Found | null> {
  switch (object.kind) {
    case "job":
      return readFavour(object.id, deps);
    case "offer": {
      if (object.jobId === undefined) return null;
      const [offer, job, others] = await Promise.all([
        deps.store.readOffer(object.jobId, object.id, deps.now()),
        deps.store.read("job", object.jobId),
        CONCERNS_OTHERS.has(action) ? deps.store.offersOf(object.jobId, deps.now()) : { offers: [], seen: 0 },
      ]);
      return offer && job && { kind: "offer", offer, job, ...others };
    }
    case "comment":
      return readComment(object, deps);
  }
}

/** A favour with its offers. */
export async function readFavour(id: string, { store, now }: Deps): Promise<FoundJob | null> {
  const [job, { offers, seen }] = await Promise.all([store.read("job", id), store.offersOf(id, now())]);
  return job && { kind: "job", job, offers, seen };
}

/** The address that a link of this object proves. */
export function emailOf(found: Found): string {
  if (found.kind === "job") return found.job.poster.email;
  return found.kind === "offer" ? found.offer.helper.email : found.comment.writer.email;
}

async function readComment(
  { id, address: addressId }: Link["object"],
  { store, articles }: Deps,
): Promise<FoundComment | null> {
  const [comment, address] = await Promise.all([
    store.read("comment", id),
    addressId === undefined ? null : store.read("address", addressId),
  ]);
  if (comment === null) return null;
  // The article may be gone by now; its comments can still be taken back.
  const { article: slug } = comment;
  const article = articles.find(slug) ?? { slug, title: slug, comments: "closed" };
  return { kind: "comment", comment, address, article };
}

const BREAKS_AGREEMENT: ReadonlySet<LinkAction> = new Set<LinkAction>(["dropOut", "withdraw", "erase"]);

/** The favour with what is remembered of its poster's address, where the action breaks an agreement of theirs. */
export async function withAddress(found: FoundJob, action: LinkAction, { store }: Deps): Promise<FoundJob> {
  if (!BREAKS_AGREEMENT.has(action) || !isAgreedUpon(found.job)) return found;
  return { ...found, address: await store.read("address", found.job.poster.address) };
}
