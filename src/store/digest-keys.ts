/** Sorted set of the ids of alerts that are on; score: when the next letter is due. In the table of `keys.ts`. */
export const DIGESTS_DUE = "digests-due";
