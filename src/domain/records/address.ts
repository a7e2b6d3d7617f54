import * as z from "zod/mini";
import { Id, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

/** Cookie of a browser whose owner asked to be remembered. `__Host-`: this host only, https only. */
export const REMEMBER_COOKIE = "__Host-recuerdame";

/** What is remembered of a confirmed address, under its keyed hash and never under the address itself. */
export const Address = z.object({
  /** `links.ts` `addressId`: keyed hash of the address in lower case. */
  id: Text,
  version: Whole,
  confirmedAt: Whole,
  /** Comments of this address that are or were public by a moderator's approval. The first is held, later ones are not. */
  approvedComments: Whole,
  /** When this address broke an agreement as the poster, and of which favour; survives erasing it. Absent: never. */
  dropOuts: z.optional(z.array(z.object({ at: Whole, job: Id }))),
  /** How often its owner had every remembered browser forgotten: part of each cookie's signature. */
  cookieNumber: z._default(Whole, 0),
  /** Until when a moderator trusts it: no hold for a first comment nor for a signal that isn't fraud. */
  trustedUntil: z._default(MaybeWhole, null),
  /** Until when everything of its mailbox is held. Written under the id of the mailbox (`mailboxOf`). */
  blockedUntil: z._default(MaybeWhole, null),
  /** When somebody appealed against the block as such; null: nobody has. Written beside it. */
  blockAppealedAt: z._default(MaybeWhole, null),
});
export type Address = z.infer<typeof Address>;

/** What moderators said of who writes, as it counts now. */
export interface Trust {
  /** Keyed hashes of the address and of the mailbox that it leads to. */
  readonly address: string;
  readonly mailbox: string;
  readonly trusted: boolean;
  /** Null: not blocked. */
  readonly blockedUntil: number | null;
  /** What moderators made of what it wrote; absent where that was not asked for. */
  readonly reputation?: { readonly approved: number; readonly rejected: number };
}
