/** What a reader is told about one article, comment or favour. Every address is absolute. */
export interface FeedItem {
  /** The same for ever, wherever the thing moves: see `feedId`. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** A sentence or two, without markup. */
  readonly summary: string;
  /** All of it. */
  readonly html: string;
  readonly publishedAt: Date;
  readonly updatedAt?: Date | undefined;
  readonly author: { readonly name: string; readonly url?: string };
  readonly tags?: readonly string[];
  /** Where one may comment on it. */
  readonly commentsUrl?: string;
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page that shows the same things. */
  readonly home: string;
  /** The feed's own address. */
  readonly self: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/**
 * A name that outlives domains and titles (RFC 4151), so that no reader shows an old thing as new.
 *
 * @example feedId("articulos/nunca-borres-la-polemica") // "tag:makethejobs.com,2026:articulos/nunca-borres-la-polemica"
 */
export function feedId(path: string): string {
  return `tag:makethejobs.com,2026:${path}`;
}

/** When one of these last changed; undefined when there are none. */
export function lastChangeOf(items: readonly FeedItem[]): Date | undefined {
  const times = items.map(({ publishedAt, updatedAt }) => (updatedAt ?? publishedAt).getTime());
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
