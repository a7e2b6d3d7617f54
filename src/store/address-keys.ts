/** Lists of what belongs to an address; `keys.ts` has their rows. */

/** Sorted set of the ids of the live favours of an address (its keyed hash); score: when it was made. */
export function jobsOfKey(address: string): string {
  return `jobs-of:${address}`;
}

/** Sorted set of what is alive under an address (its keyed hash), as `indexes.ts` names it; score: when it was made. */
export function thingsOfKey(address: string): string {
  return `things-of:${address}`;
}

/** Sorted set of all that is kept under an address (its keyed hash), ended or not, named as in `thingsOfKey`; score: when it was made. */
export function allOfKey(address: string): string {
  return `all-of:${address}`;
}

/** The same of what nobody has confirmed yet. */
export function waitingOfKey(address: string): string {
  return `waiting-of:${address}`;
}

/** Sorted set of the ids of contact messages from an address (its keyed hash); score: when they came. */
export function messagesOfKey(address: string): string {
  return `messages-of:${address}`;
}

/** Sorted set of the ids of reports from an address (its keyed hash) that were decided; score: when they came. */
export function decidedReportsOfKey(address: string): string {
  return `reports-of:${address}`;
}

/** Sorted set of the ids of moderators' decisions about an address (its keyed hash); score: when they were made. */
export function decisionsOfKey(address: string): string {
  return `decisions-of:${address}`;
}

/** Sorted set of the favours that were done and that an address (its keyed hash) had a part in, as `standing.ts` names them; score: when. */
export function deedsKey(address: string): string {
  return `deeds:${address}`;
}

/** Sorted set of the ids of requests to erase everything that are not through; score: when they are due. */
export const ERASURES = "erasures";
