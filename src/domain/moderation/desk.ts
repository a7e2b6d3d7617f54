import type { Address } from "../records/address.ts";
import type { OpenReports, ReportReason } from "../records/report.ts";
import type { Verdict } from "../records/verdict.ts";

/** What a moderator decides with, beside the thing itself. */
export interface Desk {
  /** Keyed hash of the moderator's address. */
  readonly moderator: string;
  /** What is kept of the address of who wrote it. */
  readonly writer: Kept;
  /** The same for its mailbox (`mailboxOf`): a block holds all the ways to write one address. */
  readonly mailbox: Kept;
  /** The latest decision, while it can be undone. */
  readonly verdict: Verdict | null;
  /** What of it is reported and waits; null: nothing. */
  readonly open: OpenReports | null;
  /** Takes contact data out of a text. */
  readonly mask: (text: string) => string;
  /** What who wrote it is told of a report that is upheld, where the moderator says nothing. */
  readonly wordsOf: (reason: ReportReason) => string;
}

interface Kept {
  /** Keyed hash. */
  readonly id: string;
  readonly address: Address | null;
}
