import * as z from "zod/mini";
import { SIDES } from "./asked-question.ts";
import { Id, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

/** What can be reported. */
export const REPORT_KINDS = ["job", "comment", "offer", "question", "mention", "thanks"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What may be wrong with it, in the order of the form. */
export const REPORT_REASONS = ["estafa", "datos", "ofensivo", "prohibido", "repetido", "otra"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

const REPORT_STATES = ["unconfirmed", "received", "upheld", "dismissed"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What a report is about. */
const About = z.object({
  kind: z.enum(REPORT_KINDS),
  id: Id,
  /** The favour of an offer, a message or a thank-you. */
  jobId: z.optional(Id),
});

/** "Avisar de un problema". Who is reported never learns of it by whom. */
export const Report = z.object({
  id: Id,
  version: Whole,
  state: z.enum(REPORT_STATES),
  about: About,
  reason: z.enum(REPORT_REASONS),
  text: MaybeText,
  /** What the reported message or thank-you said: its writer may erase it, and it may be decided about later. Null: it is neither. */
  quote: z._default(z.nullable(z.object({ by: z.enum(SIDES), text: Text })), null),
  email: Text,
  /** Keyed hash of the reporter's address. */
  address: Text,
  /** Keyed hash of the reporter's mailbox: it counts once. */
  mailbox: Text,
  createdAt: Whole,
  receivedAt: MaybeWhole,
  decidedAt: MaybeWhole,
});
export type Report = z.infer<typeof Report>;

/** What is reported of one thing, under the thing's id: each report that counts changes it, so that none is overlooked. */
export const Reported = z.object({
  id: Id,
  version: Whole,
  /** Those that wait for a moderator. */
  open: z.array(z.object({ id: Id, mailbox: Text })),
  /** A moderator looked at it: reports alone can't hold it again. */
  cleared: z.boolean(),
});
export type Reported = z.infer<typeof Reported>;

/** What of a thing is reported and waits. */
export interface OpenReports {
  readonly reported: Reported;
  readonly reports: readonly Report[];
}
