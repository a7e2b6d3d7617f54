/** Sorted set of the ids of the mentions of an article that are public; score: when it became so. In the table of `keys.ts`. */
export function mentionsKey(article: string): string {
  return `mentions:${article}`;
}

/** Sorted set of the ids of every mention that a moderator can decide about; score: when it came. */
export const MENTIONS = "mentions";

/** Sorted set of the ids of mentions; score: when their page is to be read. */
export const MENTIONS_DUE = "mentions-due";
