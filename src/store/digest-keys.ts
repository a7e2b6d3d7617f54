/** Sorted set of the ids of alerts that are on; score: when the next letter is due. In the table of `keys.ts`. */
export const DIGESTS_DUE = "digests-due";
/** The same of notices of answers in one conversation. */
export const NOTICES_DUE = "notices-due";
/** Up to when answers were looked at. */
export const ANSWERS_SEEN = "answers-seen";

/** Sorted set of the ids of a conversation's comments that ask to be told of answers; score: when each was written. */
export function watchersKey(root: string): string {
  return `watchers:${root}`;
}
