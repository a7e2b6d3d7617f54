import * as z from "zod/mini";
import { Id, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

/** Somebody asked, from the mailbox itself, for everything that is kept under its address. Lives as long as the link to it. */
export const MyData = z.object({
  id: Id,
  version: Whole,
  /** Where the receipt goes; empty once everything is erased. */
  email: Text,
  /** Keyed hash of the address. */
  address: Text,
  createdAt: Whole,
  /** When its owner had everything erased; null: not. */
  erasedAt: MaybeWhole,
  /** How often in a row erasing failed. */
  failures: z._default(Whole, 0),
  /** When it is tried again after that; null: at once. */
  tryAt: z._default(MaybeWhole, null),
  /** When nothing was left to erase; null: not yet. */
  doneAt: MaybeWhole,
});
export type MyData = z.infer<typeof MyData>;
