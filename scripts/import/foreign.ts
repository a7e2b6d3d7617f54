/** What another site's export says, before any of it is ours. */
export interface ForeignSite {
  readonly texts: readonly ForeignText[];
  readonly comments: readonly ForeignComment[];
  readonly leftOut: readonly LeftOut[];
}

export interface ForeignText {
  /** The export's own name for it. */
  readonly id: string;
  readonly title: string;
  /** What its address ended in; "" where the export doesn't say. */
  readonly slug: string;
  /** Where it stood, as far as it is known: full addresses or paths. */
  readonly addresses: readonly string[];
  readonly author: string;
  /** `YYYY-MM-DD`; null: it was never published. */
  readonly day: string | null;
  readonly labels: readonly string[];
  readonly summary: string;
  readonly body: { readonly html: string } | { readonly markdown: string };
}

export interface ForeignComment {
  readonly id: string;
  /** The text that it is about. */
  readonly text: string;
  /** The comment that it answers; null: none. */
  readonly parent: string | null;
  readonly name: string;
  /** "" where the export has none. */
  readonly email: string;
  readonly writtenAt: number;
  readonly html: string;
}

/** Something that the export has and we don't take, told to whoever imports. */
export interface LeftOut {
  /** Which text or comment, in the export's words. */
  readonly where: string;
  readonly what: string;
}

/** An export that can't be read at all. Its message is for who runs the command. */
export class UnreadableExport extends Error {
  override readonly name = "UnreadableExport";
}
