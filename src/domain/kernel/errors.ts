import type { FieldCode } from "./field-codes.ts";

/** Field name of the API to what is wrong with it; never empty when it is an error. */
export type FieldErrors = Readonly<Record<string, FieldCode>>;

/** How an error is answered: 422, 403, 404, 409, 410 and 429, in this order. */
export type ErrorKind = "invalid" | "closed" | "notFound" | "conflict" | "gone" | "tooMany";

/**
 * Every code a rule can answer with, and the kind it has unless the rule says otherwise. `job…`, `offer…`, `reward…` and `comment…` with the name
 * of a state say "it is in that state, so this can't be done"; the compiler asks for one of each state.
 */
export const ERROR_KINDS = {
  invalid: "invalid",
  conflict: "conflict",
  linkExpired: "gone",
  linkUnknown: "gone",
  receiptUnknown: "gone",
  alreadyConfirmed: "conflict",
  actionNotAllowed: "invalid",
  cookieWithoutAddress: "invalid",
  jobNotFound: "notFound",
  jobUnconfirmed: "conflict",
  jobOpen: "conflict",
  jobHeld: "conflict",
  jobAssigned: "conflict",
  jobDelivered: "conflict",
  jobDone: "conflict",
  jobExpired: "conflict",
  jobWithdrawn: "conflict",
  jobHidden: "conflict",
  jobErased: "gone",
  renewTooLate: "conflict",
  renewalsUsedUp: "conflict",
  tooManyJobs: "tooMany",
  tooManyOffers: "tooMany",
  tooManyMailboxes: "tooMany",
  tooManyDigests: "tooMany",
  digestOff: "conflict",
  noticesOff: "conflict",
  offerNotFound: "notFound",
  offerChanged: "conflict",
  jobChanged: "conflict",
  commentChanged: "conflict",
  mentionNotFound: "notFound",
  mentionOver: "conflict",
  mentionChanged: "conflict",
  ownFavour: "conflict",
  offerAlreadySent: "conflict",
  dropOutFirst: "conflict",
  undoTooLate: "conflict",
  dayNotAgreed: "conflict",
  reminderTooLate: "conflict",
  offerUnconfirmed: "conflict",
  offerSent: "conflict",
  offerAccepted: "conflict",
  offerDeclined: "conflict",
  offerWithdrawn: "conflict",
  offerStandby: "conflict",
  offerOutdated: "conflict",
  offerExpired: "conflict",
  offerNotChosen: "conflict",
  questionsFull: "conflict",
  questionsClosed: "closed",
  questionDecided: "conflict",
  questionChanged: "conflict",
  thankTooLate: "conflict",
  thanksNotFound: "notFound",
  thanksDecided: "conflict",
  thanksChanged: "conflict",
  offerHeld: "conflict",
  offerRejected: "conflict",
  ownReward: "conflict",
  rewardAlreadyJoined: "conflict",
  rewardsFull: "conflict",
  rewardAgreed: "conflict",
  rewardMissingTooLate: "conflict",
  rewardNotMissing: "conflict",
  rewardUnconfirmed: "conflict",
  rewardHeld: "conflict",
  rewardJoined: "conflict",
  rewardRevoked: "conflict",
  rewardRejected: "conflict",
  rewardUsed: "conflict",
  rewardLapsed: "conflict",
  articleNotFound: "notFound",
  commentsClosed: "closed",
  commentNotFound: "notFound",
  commentNotYours: "closed",
  commentUnconfirmed: "conflict",
  commentHeld: "conflict",
  commentApproved: "conflict",
  commentRejected: "conflict",
  commentSpam: "conflict",
  commentDeleted: "conflict",
  editWindowOver: "conflict",
  reportUnconfirmed: "conflict",
  reportChanged: "conflict",
  appealUsed: "conflict",
  notSignedIn: "closed",
  nothingToModerate: "notFound",
  questionNotFound: "notFound",
} as const satisfies Record<string, ErrorKind>;
export type DomainErrorCode = keyof typeof ERROR_KINDS;

/** Why a rule said no. */
export interface DomainError {
  readonly kind: ErrorKind;
  readonly code: DomainErrorCode;
  /** Set when the code is `invalid`. */
  readonly fields?: FieldErrors;
  /** Set when another version was read than the one that stands: the form's fields that changed since. */
  readonly changed?: readonly string[];
}

export function fail(code: DomainErrorCode, kind: ErrorKind = ERROR_KINDS[code]): DomainError {
  return { kind, code };
}

export function invalid(fields: FieldErrors): DomainError {
  return { kind: "invalid", code: "invalid", fields };
}

/** What a form says, or the refusal of the whole form where some of its fields are wrong. */
export function orInvalid<T>(parsed: Result<T, FieldErrors>): Result<T, DomainError> {
  return parsed.ok ? parsed : err(invalid(parsed.error));
}

/** The error behind a commit's `limit`, from the name of the counter that was used up. */
export function limitError(counter: string): DomainError {
  if (counter.startsWith("mailboxes-of:")) return fail("tooManyMailboxes");
  if (counter.startsWith("answers:")) return fail("editWindowOver");
  if (counter.startsWith("digests:")) return fail("tooManyDigests");
  if (counter.startsWith("live-offers-from:")) return fail("offerAlreadySent");
  return fail(counter.startsWith("offers-of-day:") ? "tooManyOffers" : "tooManyJobs");
}

/** Somebody was faster twice in a row. */
export const CONFLICT: DomainError = fail("conflict");

/** What a rule answers. It never throws for what a visitor did: the caller has to look at the error before it can reach the result. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
