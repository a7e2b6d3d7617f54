import * as z from "zod/mini";

/** What is remembered of a confirmed address, under its keyed hash and never under the address itself. */
export const Address = z.object({
  /** `links.ts` `addressId`: keyed hash of the address in lower case. */
  id: z.string(),
  version: z.int(),
  confirmedAt: z.int(),
  /** Comments of this address that are or were public by a moderator's approval. The first is held, later ones are not. */
  approvedComments: z.int(),
});
export type Address = z.infer<typeof Address>;
