import { BEYOND_LATIN } from "../kernel/fold.ts";
import {
  BUSY_TEXTS,
  DUPLICATES_MANY,
  FILL_TIME_MIN_SECONDS,
  LINKS_MAX,
  WORDING_STEP,
  WORDING_SURE,
} from "./thresholds.ts";
import { SECOND, type Millis } from "../kernel/time.ts";
import { INVISIBLE } from "./as-read.ts";
import * as concepts from "./concepts.ts";
import { foldForSpam } from "./fold-for-spam.ts";
import { ADVANCE_MONEY, FAKE_ESCROW, MULE, PAID_LIKES } from "./fraud-words.ts";
import { SIGNAL_CODES, shouldHold, type SignalCode } from "./signals.ts";
import { SITE_ENDINGS } from "./stems.ts";
import { SHORTENERS, SPAM_WORDS, STRONG_SPAM_WORDS } from "./words.ts";
import { wordingOf, type Wording } from "./wording.ts";

const LINK = new RegExp(
  String.raw`https?:\/\/\S+|\bwww\.\S+|(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:${SITE_ENDINGS})\b`,
  "g",
);
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}\.[a-z]{2,}/;
const PHONE = /(?<!\d)(?:(?:\+|00)\d{1,3}[ .-]?)?[6789](?:[ .-]?\d){8}(?!\d)/;
const HANDLE = /\b(?:whats?app|wasap|guasap|telegram|t\.me\/|wa\.me\/)/;
const IBAN = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){4,7}\b/;
const WORD = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Coptic}\p{Script=Cherokee}\p{Script=Lisu}]/u;

/** The steps below `wordingSure`, from the nearest on. */
const WORDING_STEPS = ["wordingLikely", "wordingDoubtful", "wordingWeak", "wordingFaint"] as const;

export interface Suspicion {
  /** A person looks at it before it is public. It is never dropped. */
  readonly hold: boolean;
  /** Codes, never words of the text: they are stored, and copied to where the text must not come. */
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
  /** How many texts like it were sent before, lately. */
  readonly duplicates?: number;
  /** How many texts this visitor sent before, lately. */
  readonly sentBefore?: number;
}

/** What is suspicious about something that was sent; `weigh` says what its words sound like together. */
export function assess(
  { texts, honeypot, stampAge, official = false, duplicates = 0, sentBefore = 0 }: Sent,
  weigh: (folded: string) => Wording = wordingOf,
): Suspicion {
  const raw = texts.join("\n");
  const text = foldForSpam(raw);
  const has = (...groups: readonly (readonly RegExp[])[]) =>
    groups.some((group) => countMatches(group, text) > 0);
  const links = text.match(LINK)?.length ?? 0;
  const weakWords = countMatches(SPAM_WORDS, text);
  const isStrong = has(STRONG_SPAM_WORDS);
  const wording = wordingSignal(weigh(text));
  const found: Record<SignalCode, boolean> = {
    honeypot: honeypot.trim() !== "",
    stampMissing: stampAge === null || stampAge < 0,
    tooFast: stampAge !== null && stampAge >= 0 && stampAge < FILL_TIME_MIN_SECONDS * SECOND,
    link: links > 0,
    manyLinks: links > LINKS_MAX,
    shortener: SHORTENERS.test(text),
    spamWord: weakWords === 1 && !isStrong,
    spamWords: weakWords > 1 || isStrong,
    contactData: has([EMAIL, PHONE, HANDLE, IBAN]),
    mixedScripts: hasMixedWord(raw),
    officialName: official,
    mule: has(MULE, concepts.USES_YOURS),
    paidLikes: has(PAID_LIKES),
    advanceMoney: has(ADVANCE_MONEY, concepts.PAY_FIRST),
    fakeEscrow: has(FAKE_ESCROW),
    asksSecrets: has(concepts.ASKS_SECRETS),
    bigPromise: has(concepts.BIG_PROMISE),
    cantMeet: has(concepts.CANT_MEET),
    hush: has(concepts.HUSH),
    hurry: has(concepts.HURRY),
    movesElsewhere: has(concepts.MOVES_ELSEWHERE),
    illegal: has(concepts.ILLEGAL),
    loan: has(concepts.LOAN),
    advert: has(concepts.ADVERT),
    wordingUnknown: wording === "wordingUnknown",
    wordingFaint: wording === "wordingFaint",
    wordingWeak: wording === "wordingWeak",
    wordingDoubtful: wording === "wordingDoubtful",
    wordingLikely: wording === "wordingLikely",
    wordingSure: wording === "wordingSure",
    duplicate: duplicates > 0 && duplicates < DUPLICATES_MANY,
    manyDuplicates: duplicates >= DUPLICATES_MANY,
    busy: sentBefore >= BUSY_TEXTS,
    rejectedBefore: false,
    rejectedOften: false,
    approvedBefore: false,
    dropOuts: false,
    reports: false,
  };
  const signals = SIGNAL_CODES.filter((code) => found[code]);
  return { hold: shouldHold(signals), signals };
}

/** The step of what all the words together sound like; null where they sound like most honest texts. */
function wordingSignal({ score, unknown, short }: Wording): SignalCode | null {
  if (unknown) return "wordingUnknown";
  if (score >= WORDING_SURE) return short ? "wordingLikely" : "wordingSure";
  return WORDING_STEPS[Math.floor((WORDING_SURE - score) / WORDING_STEP)] ?? null;
}

/** How many of the patterns match. */
function countMatches(patterns: readonly RegExp[], text: string): number {
  return patterns.filter((pattern) => pattern.test(text)).length;
}

/** Words that look like Spanish but are written with letters of another alphabet get past word lists. */
function hasMixedWord(text: string): boolean {
  // No other alphabet: most texts need not be cut into words.
  return (
    BEYOND_LATIN.test(text) &&
    (text.replace(INVISIBLE, "").match(WORD) ?? []).some((word) => LATIN.test(word) && LOOKALIKE.test(word))
  );
}
