import { HOLD_SCORE, LINKS_MAX, FILL_TIME_MIN_SECONDS } from "../kernel/limits.ts";
import { ADVANCE_MONEY, FAKE_ESCROW, MULE, PAID_LIKES } from "./fraud-words.ts";
import { asRead, INVISIBLE } from "./as-read.ts";
import { BEYOND_LATIN } from "../kernel/fold.ts";
import { SHORTENERS, SPAM_WORDS, STRONG_SPAM_WORDS } from "./words.ts";
import { SECOND, type Millis } from "../kernel/time.ts";

/** What each signal weighs. One that is `HOLD_SCORE` holds alone; the others only together. */
export const SIGNAL_WEIGHTS = {
  honeypot: 5,
  /** Sent without the signed time of the form, as every plain API call is. */
  stampMissing: 1,
  tooFast: 2,
  link: 1,
  manyLinks: 5,
  shortener: 4,
  spamWord: 2,
  spamWords: 5,
  contactData: 1,
  mixedScripts: 5,
  officialName: 5,
  mule: 5,
  paidLikes: 5,
  advanceMoney: 5,
  fakeEscrow: 5,
  duplicate: 2,
  manyDuplicates: 5,
  /** The poster broke agreements again and again (`drop-outs.ts`); no text tells that. */
  dropOuts: 5,
  /** Several people told of a problem: before everything else. No text tells that. */
  reports: 30,
} as const;
export type SignalCode = keyof typeof SIGNAL_WEIGHTS;

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(SIGNAL_WEIGHTS));

const LINK =
  /https?:\/\/\S+|\bwww\.\S+|(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|es|net|org|info|biz|ru|cn|xyz|top|club|online|site|shop|link|click|io|co|ly|gl|gd|cc|cat|eus|gal)\b/g;
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}\.[a-z]{2,}/;
const PHONE = /(?<!\d)(?:(?:\+|00)\d{1,3}[ .-]?)?[6789](?:[ .-]?\d){8}(?!\d)/;
const HANDLE = /\b(?:whats?app|wasap|guasap|telegram|t\.me\/|wa\.me\/)/;
const IBAN = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){4,7}\b/;
const WORD = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Coptic}\p{Script=Cherokee}\p{Script=Lisu}]/u;
/** Four signs or more that stand one by one between blanks: `b i t . l y`. */
const SPACED_SIGNS = /(?<!\S)\S(?: \S){3,}(?!\S)/g;
/** Four letters or more with a sign between each two: `v.i.a.g.r.a`, `v · i · a · g`. */
const PARTED_LETTERS = /(?<![a-z0-9])[a-z](?: ?[.·•*_|~/-] ?[a-z]){3,}(?![a-z0-9])/g;

export interface Suspicion {
  /** A person looks at it before it is public. It is never dropped. */
  readonly hold: boolean;
  readonly signals: readonly SignalCode[];
}

interface Sent {
  /** What was typed and may become public or reach another visitor. */
  readonly texts: readonly string[];
  /** What stood in the field that people don't see. */
  readonly honeypot: string;
  /** How long the form was in view, from its signed time; null if there is none. */
  readonly stampAge: Millis | null;
  /** The name says that the site itself speaks, or one of its authors. */
  readonly official?: boolean;
  /** How many times the same text was sent before, lately. */
  readonly duplicates?: number;
}

/** What is suspicious about something that was sent. */
export function assess({ texts, honeypot, stampAge, official = false, duplicates = 0 }: Sent): Suspicion {
  const raw = texts.join("\n");
  const text = foldForSpam(raw);
  const links = text.match(LINK)?.length ?? 0;
  const weakWords = countMatches(SPAM_WORDS, text);
  const isStrong = countMatches(STRONG_SPAM_WORDS, text) > 0;
  const hasContact = [EMAIL, PHONE, HANDLE, IBAN].some((pattern) => pattern.test(text));
  const found: Record<SignalCode, boolean> = {
    honeypot: honeypot.trim() !== "",
    stampMissing: stampAge === null || stampAge < 0,
    tooFast: stampAge !== null && stampAge >= 0 && stampAge < FILL_TIME_MIN_SECONDS * SECOND,
    link: links > 0,
    manyLinks: links > LINKS_MAX,
    shortener: SHORTENERS.test(text),
    spamWord: weakWords === 1 && !isStrong,
    spamWords: weakWords > 1 || isStrong,
    contactData: hasContact,
    mixedScripts: hasMixedWord(raw),
    officialName: official,
    mule: countMatches(MULE, text) > 0,
    paidLikes: countMatches(PAID_LIKES, text) > 0,
    advanceMoney: countMatches(ADVANCE_MONEY, text) > 0,
    fakeEscrow: countMatches(FAKE_ESCROW, text) > 0,
    duplicate: duplicates === 1,
    manyDuplicates: duplicates > 1,
    dropOuts: false,
    reports: false,
  };
  const signals = SIGNAL_CODES.filter((code) => found[code]);
  return { hold: shouldHold(signals), signals };
}

/** How many of the patterns match. */
function countMatches(patterns: readonly RegExp[], text: string): number {
  return patterns.filter((pattern) => pattern.test(text)).length;
}

/** Every signal there is, heaviest evidence of the sender first. */
export const SIGNAL_CODES: readonly SignalCode[] = [
  "honeypot",
  "stampMissing",
  "tooFast",
  "link",
  "manyLinks",
  "shortener",
  "spamWord",
  "spamWords",
  "contactData",
  "mixedScripts",
  "officialName",
  "mule",
  "paidLikes",
  "advanceMoney",
  "fakeEscrow",
  "duplicate",
  "manyDuplicates",
  "dropOuts",
  "reports",
];

/** What something was suspected of before, and what it is suspected of now: a correction clears nobody. */
export function withMoreSignals(before: readonly string[], now: readonly string[]): string[] {
  return [...new Set([...before, ...now])];
}

/** What tells of fraud: by the text, or by those who reported it. */
const FRAUD: ReadonlySet<string> = new Set<SignalCode>([
  "mule",
  "paidLikes",
  "advanceMoney",
  "fakeEscrow",
  "reports",
]);

/** Whether stored signals tell of fraud, so that a moderator looks at once. */
export function tellsOfFraud(signals: readonly string[]): boolean {
  return signals.some((signal) => FRAUD.has(signal));
}

/** Whether stored signals weigh enough for a person to look first. */
export function shouldHold(signals: readonly string[]): boolean {
  return weightOf(signals) >= HOLD_SCORE;
}

/** What stored signals weigh together; one that no longer exists weighs nothing. */
export function weightOf(signals: readonly string[]): number {
  return signals.reduce((sum, signal) => sum + (WEIGHTS.get(signal) ?? 0), 0);
}

/**
 * Lower case, without accents, in Latin letters, on one line: what the patterns of `words.ts` are written for. Words that were
 * spelled out sign by sign follow once more in one piece.
 */
function foldForSpam(text: string): string {
  const folded = asRead(text).replace(/\s+/g, " ");
  const spaced = (folded.match(SPACED_SIGNS) ?? []).map((signs) => signs.replaceAll(" ", ""));
  const parted = (folded.match(PARTED_LETTERS) ?? []).map((letters) => letters.replace(/[^a-z]/g, ""));
  return [folded, ...spaced, ...parted].join(" ");
}

/** Words that look like Spanish but are written with letters of another alphabet get past word lists. */
function hasMixedWord(text: string): boolean {
  // No other alphabet: most texts need not be cut into words.
  return (
    BEYOND_LATIN.test(text) &&
    (text.replace(INVISIBLE, "").match(WORD) ?? []).some((word) => LATIN.test(word) && LOOKALIKE.test(word))
  );
}
