import { APPROVED_BEFORE, REJECTED_OFTEN, HOLD_SCORE, PHRASES_WEIGH_MAX, WARN_SCORE } from "./thresholds.ts";

/**
 * What each signal weighs. What a text says never holds by one phrase: none of these weighs `HOLD_SCORE`. Only how it was sent, and
 * what all its words sound like together, can hold alone.
 */
export const SIGNAL_WEIGHTS = {
  honeypot: 5,
  /** Sent without the signed time of the form, as every static page without scripts does: it says nothing against anybody. */
  stampMissing: 0,
  tooFast: 2,
  link: 1,
  manyLinks: 4,
  shortener: 4,
  spamWord: 1,
  spamWords: 3,
  contactData: 0,
  mixedScripts: 5,
  officialName: 5,
  mule: 3,
  paidLikes: 3,
  advanceMoney: 3,
  fakeEscrow: 2,
  asksSecrets: 2,
  bigPromise: 2,
  cantMeet: 2,
  hush: 2,
  hurry: 1,
  movesElsewhere: 2,
  illegal: 2,
  loan: 2,
  advert: 2,
  /** Few of its words are known, so nothing speaks for it either: only with as many phrases of fraud as count does it hold. */
  wordingUnknown: 1,
  /** What all the words of the text sound like together, in steps of `WORDING_STEP`; only the last holds alone. */
  wordingFaint: 1,
  wordingWeak: 2,
  wordingDoubtful: 3,
  wordingLikely: 4,
  wordingSure: 5,
  duplicate: 2,
  manyDuplicates: 5,
  /** Many people share one connection, so it says little alone. */
  busy: 2,
  /** What moderators made of what the address wrote before (`reputationSignals`). */
  rejectedBefore: 2,
  rejectedOften: 4,
  approvedBefore: -1,
  /** The poster broke agreements again and again (`drop-outs.ts`); no text tells that. */
  dropOuts: 5,
  /** Several people told of a problem: before everything else. No text tells that. */
  reports: 30,
} as const;
export type SignalCode = keyof typeof SIGNAL_WEIGHTS;

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(SIGNAL_WEIGHTS));

/** Every signal there is, heaviest evidence of the sender first. */
export const SIGNAL_CODES: readonly SignalCode[] = Object.keys(SIGNAL_WEIGHTS).filter(
  (code): code is SignalCode => WEIGHTS.has(code),
);

/** What something was suspected of before, and what it is suspected of now: a correction clears nobody. */
export function withMoreSignals(before: readonly string[], now: readonly string[]): string[] {
  return [...new Set([...before, ...now])];
}

/** Single phrases that frauds are made of. */
const FRAUD_PHRASES = [
  "mule",
  "paidLikes",
  "advanceMoney",
  "fakeEscrow",
  "asksSecrets",
  "bigPromise",
  "cantMeet",
  "hush",
  "hurry",
  "movesElsewhere",
  "illegal",
  "loan",
] as const satisfies readonly SignalCode[];

/** What tells of fraud, and of who plays somebody else: the rest of what a trusted address sends is not looked at. */
const FRAUD: ReadonlySet<string> = new Set<SignalCode>([
  "mixedScripts",
  "officialName",
  ...FRAUD_PHRASES,
  "dropOuts",
  "reports",
]);

/** What tells of fraud by the text itself, or by those who reported it. */
const URGENT: ReadonlySet<string> = new Set<SignalCode>([...FRAUD_PHRASES, "reports"]);

/** Whether stored signals tell of fraud, so that a moderator looks at once. */
export function tellsOfFraud(signals: readonly string[]): boolean {
  return signals.some((signal) => URGENT.has(signal));
}

/** What moderators made lately of what one address wrote. */
export interface Reputation {
  readonly approved: number;
  readonly rejected: number;
}

/** What that says of the next text. Stored nowhere: it counts as it is when the text is decided about. */
export function reputationSignals({ approved, rejected }: Reputation): SignalCode[] {
  if (rejected >= REJECTED_OFTEN) return ["rejectedOften"];
  if (rejected > 0) return ["rejectedBefore"];
  return approved >= APPROVED_BEFORE ? ["approvedBefore"] : [];
}

/** What moderators said of who writes. */
interface Said {
  readonly trusted: boolean;
  readonly blockedUntil: number | null;
  readonly reputation?: Reputation;
}

/**
 * Whether a person looks first. Of a blocked mailbox always; of a trusted address for signals of fraud alone, what the words sound like
 * only beside one of them.
 */
export function shouldHold(signals: readonly string[], said?: Said): boolean {
  if (said !== undefined && said.blockedUntil !== null) return true;
  const before = said?.reputation === undefined ? [] : reputationSignals(said.reputation);
  if (!said?.trusted) return weightOf([...signals, ...before]) >= HOLD_SCORE;
  const isFraud = signals.some((signal) => FRAUD.has(signal));
  const counted = signals.filter((signal) => FRAUD.has(signal) || signal.startsWith("wording"));
  return isFraud && weightOf(counted) >= HOLD_SCORE;
}

/** Whether stored signals weigh enough for whoever receives the text to be warned first. */
export function shouldWarn(signals: readonly string[]): boolean {
  return weightOf(signals) >= WARN_SCORE;
}

/** Single phrases of the text. */
const PHRASES: ReadonlySet<string> = new Set<SignalCode>([
  "link",
  "spamWord",
  "spamWords",
  "contactData",
  ...FRAUD_PHRASES,
  "advert",
]);

/** What stored signals weigh together, phrases up to a limit; one that no longer exists weighs nothing. */
export function weightOf(signals: readonly string[]): number {
  const sum = (some: readonly string[]) => some.reduce((total, code) => total + (WEIGHTS.get(code) ?? 0), 0);
  const phrases = sum(signals.filter((signal) => PHRASES.has(signal)));
  return sum(signals.filter((signal) => !PHRASES.has(signal))) + Math.min(PHRASES_WEIGH_MAX, phrases);
}
