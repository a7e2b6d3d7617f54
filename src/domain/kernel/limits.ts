import { DAY, HOUR, MINUTE, type Millis } from "./time.ts";

/** Lengths are counted in code points, after trimming (`clean.ts`). */
export const TITLE_MIN_LENGTH = 8;
export const TITLE_MAX_LENGTH = 80;
export const DESCRIPTION_MIN_LENGTH = 30;
export const DESCRIPTION_MAX_LENGTH = 1500;
export const TOWN_MAX_LENGTH = 60;
export const REWARD_TEXT_MAX_LENGTH = 200;
export const NAME_MIN_LENGTH = 2;
export const NAME_MAX_LENGTH = 60;
/** RFC 5321 §4.5.3.1.3: a path is 256 octets with its angle brackets. */
export const EMAIL_MAX_LENGTH = 254;
/** RFC 5321 §4.5.3.1.1. */
export const EMAIL_LOCAL_PART_MAX_LENGTH = 64;
export const PHONE_MIN_LENGTH = 6;
export const PHONE_MAX_LENGTH = 20;
export const OFFER_MESSAGE_MIN_LENGTH = 10;
export const OFFER_MESSAGE_MAX_LENGTH = 800;
export const ASKED_QUESTION_MAX_LENGTH = 500;
export const COMMENT_MAX_LENGTH = 3000;
export const CONTACT_MESSAGE_MIN_LENGTH = 10;
export const CONTACT_MESSAGE_MAX_LENGTH = 4000;
export const REASON_MAX_LENGTH = 500;
/** What somebody may say against what was decided. */
export const APPEAL_MAX_LENGTH = 1000;
/** What somebody may tell the editors about an answer of the FAQ. */
export const VOTE_TEXT_MAX_LENGTH = 1000;

/** Money rewards, in cents of a euro. */
export const REWARD_MIN_CENTS = 1;
export const REWARD_MAX_CENTS = 1_000_000;

/** How far ahead a deadline may be, in days. */
export const DEADLINE_MAX_DAYS = 90;
/** How long a favour stays open unless its deadline comes first, in days. */
export const JOB_LIFE_DAYS = 30;
/** How long a favour may stay open with all its renewals, counted from when it was published, in days. */
export const JOB_LIFE_WITH_RENEWALS_DAYS = 90;
/** How long after it expired a favour can be renewed, in days. */
export const RENEW_WITHIN_DAYS = 30;
/** What a favour that reopens is given at the least, if its deadline allows it, in days. */
export const REOPENED_LIFE_DAYS = 7;
/** When the poster is told that a favour ends, in days before it does, first to last. */
export const EXPIRY_WARNED_DAYS = [7, 1] as const;
/** How long an offer waits for the poster's answer, in days. */
export const OFFER_LIFE_DAYS = 14;
/** When the letter of the day before what was agreed leaves, as the clocks of Madrid show it. */
export const DAY_REMINDER_TIME = "09:00";
/** How long declining can be undone, and the helper is not told yet, in minutes. */
export const DECLINE_UNDO_MINUTES = 10;
/** When the poster is reminded of an offer, in days after it was sent. */
export const OFFER_REMINDER_DAYS = 10;
/** When the poster is reminded that a favour was said to be done, in days after that. */
export const DELIVERED_REMINDER_DAYS = 5;
/** When it counts as done though the poster said nothing, in days. */
export const DELIVERED_DONE_DAYS = 14;
/** When both are asked about an agreement that nobody said anything of, in days. */
export const ASSIGNED_WARNED_DAYS = 38;
/** When it lapses and the favour opens again, in days. */
export const ASSIGNED_LAPSES_DAYS = 45;
/** How long after a favour is done its helper may say that the reward is missing, in days. */
export const REWARD_MISSING_DAYS = 14;
/** How long what nobody confirmed is kept, in hours. */
export const UNCONFIRMED_TTL_HOURS = 48;
/** How long the contact data of a favour, and an offer, are kept once it has ended, in days. */
export const ENDED_OFFER_TTL_DAYS = 90;

/** Live favours (`LIVE_JOB_STATES`) that one address may have. */
export const MAX_LIVE_JOBS = 3;
/** Offers that one address may confirm on one day of Europe/Madrid. */
export const MAX_OFFERS_A_DAY = 10;
/** Messages that each side of an offer may send the other before the poster decides. */
export const QUESTIONS_A_SIDE = 10;
/** Rewards that others may have joined one favour with at a time. */
export const MAX_JOINED_REWARDS = 20;
/** As many distinct confirmed mailboxes hold a public favour or comment that no moderator has cleared. */
export const REPORTERS_TO_HOLD = 3;
/** A report is forgotten this long after it was decided. */
export const REPORT_TTL_DAYS = 30;
/** From this many times on that one address broke an agreement as the poster, a person looks first. */
export const DROP_OUTS_TO_HOLD = 2;
/** How long breaking an agreement counts, in days. */
export const DROP_OUTS_COUNT_DAYS = 90;
/** Letters an hour to a mailbox that nobody confirmed. */
export const UNCONFIRMED_MAILS_AN_HOUR = 5;
/** How many of them one visitor may cause, so that one is left for somebody else. */
export const UNCONFIRMED_MAILS_AN_HOUR_BY_ONE = 4;
/** Letters of one visitor that wait for one unconfirmed mailbox; a newer one takes the place of the oldest. */
export const WAITING_MAILS_BY_ONE = 2;
/** Mailboxes an hour that one visitor may have letters sent to by typing their addresses. */
export const MAILBOXES_AN_HOUR = 5;
/** Changes of one thing are told together: one letter in so many minutes. */
export const GROUPED_MAILS_EVERY_MINUTES = 10;
/** Letters about changes of one thing within any 24 hours. */
export const GROUPED_MAILS_A_DAY = 5;
/** How long a browser whose owner asked for it is remembered, in days. */
export const REMEMBER_DAYS = 180;
/** How long the answer to a form is given back to the same `formId`, in hours. */
export const REPEATED_FORM_HOURS = 24;
/** How long it is given back to the same text of a plain form, which has no id, in minutes. */
export const REPEATED_PLAIN_FORM_MINUTES = 10;
/** How long a commenter may edit or delete without further ado, in minutes. */
export const EDIT_WINDOW_MINUTES = 15;

// Links
/** Letters to the moderators: at most one in so many minutes, of something urgent. */
export const MODERATOR_LETTERS_EVERY_MINUTES = 15;
/** When the one about what is not urgent leaves, as the clocks of Madrid show it. */
export const MODERATOR_LETTER_TIME = "09:00";
/** Things that such a letter shows; the others are counted. */
export const MODERATOR_LETTER_SHOWS = 10;
/** How long a moderator who signed in stays so, in hours. */
export const MODERATOR_SESSION_HOURS = 12;
/** How long the link that signs a moderator in works, in minutes. */
export const SIGN_IN_MINUTES = 15;
/** How long a moderator's decision can be taken back, in hours. */
export const UNDO_HOURS = 24;
/** How long the log of decisions is kept, in days. */
export const LOG_DAYS = 365;
/** How long a moderator trusts an address, in days. */
export const TRUST_DAYS = 180;
/** How long a mailbox is blocked unless the block is renewed, in days. */
export const BLOCK_DAYS = 90;
/** Things that one request may decide about. */
export const MODERATED_AT_ONCE = 50;
/** Decisions that the desk lists to be taken back. */
export const UNDO_SHOWN = 10;
/** Public comments, newest first, that the desk's search looks at. */
export const DESK_SEARCH_COMMENTS = 300;
/** Waiting things that the desk's search looks at, riskiest first. */
export const DESK_SEARCH_WAITING = 300;
/** Things that the desk's search shows. */
export const DESK_FOUND_MAX = 50;
/** Time that the public figures of moderation tell of, in days. */
export const FIGURES_DAYS = 30;
/** Decisions, newest first, that the public figures look at. */
export const FIGURES_DECISIONS = 1000;
/** Dead letters that the desk lists. */
export const DEAD_MAILS_SHOWN = 20;
/** How many waiting things the queue shows on one page. */
export const QUEUE_PAGE_SIZE = 25;
/** How long the confirm link of something unconfirmed works, in hours. */
export const CONFIRM_LINK_TTL_HOURS = 48;
/** How long a poster's, helper's or commenter's link works, in days. */
export const MANAGE_LINK_TTL_DAYS = 180;
/** How long a moderator's link in a mail works, in days. */
export const MODERATION_LINK_TTL_DAYS = 30;

/** How long who sent something can have its confirm mail sent again, or take it back, from the thanks page, in minutes. */
export const RECEIPT_TTL_MINUTES = 30;
/** How often the confirm mail is sent again for one receipt. */
export const RESENDS_PER_RECEIPT = 3;
/** Links that one letter brings back, the newest first. */
export const LOST_LINKS_MAX = 30;
/** How long a letter with lost links may wait for its turn, in hours. */
export const LOST_LINKS_WAIT_HOURS = 2;

// What is kept
/** How long a vote remembers whose it is, in hours: as long as the day's key that its visitor was hashed with. */
export const VOTE_TTL_HOURS = 48;
/** How long a contact message is kept after it was received, in days. */
export const CONTACT_MESSAGE_TTL_DAYS = 30;
/** How long a form that came back with errors is kept. */
export const KEPT_FORM_TTL: Millis = 30 * MINUTE;
/** What a kept form may hold, in bytes of JSON. */
export const KEPT_FORM_LIMIT = 12 * 1024;
/** How long the day's key is kept; what was hashed with it means nothing afterwards. */
export const VISITOR_KEY_TTL: Millis = 48 * HOUR;
/** How long it is remembered that a mail left. */
export const SENT_MARKER_TTL: Millis = 30 * DAY;
/** How long a mail that never left, and its address, are kept for moderators to see. */
export const DEAD_MAIL_TTL: Millis = 7 * DAY;

// Letters
/** What doesn't leave within this time is given up and listed among the dead letters. */
export const GIVE_UP_AFTER: Millis = 72 * HOUR;
export const LONGEST_WAIT: Millis = 12 * HOUR;

/** How long nothing is sent to an address that does not exist, in days; then it is tried again. */
export const BOUNCED_DAYS = 30;
/** How long nothing is sent to a mailbox whose owner called a letter of ours spam, in days. */
export const COMPLAINED_DAYS = 180;
/** What the mail service may tell in one request, in bytes. */
export const MAIL_NEWS_LIMIT = 256 * 1024;

// What runs by the clock
/** After so many failures in a row the owner is told. */
export const FAILURES_TO_TELL = 3;
/** How long a failed run is remembered if it neither fails nor works again; longer than a mail waits to be tried again. */
export const FAILING_RUN_TTL: Millis = 72 * HOUR;

// Lists
/** How many favours a page of the board shows. */
export const BOARD_PAGE_SIZE = 20;
/** Roots on one page of a thread. */
export const THREAD_PAGE_SIZE = 20;
/** Replies shown under a root before a link to the whole branch. */
export const REPLIES_PER_ROOT = 10;
/** What is typed to search by, in code points; the rest is left out. */
export const SEARCH_MAX_LENGTH = 100;
/** Words of a query that count; the others are ignored. */
export const MAX_QUERY_WORDS = 8;
/**
 * How many favours a free-text query looks at: the newest under its rarest word. A query that matches more is answered
 * from these, so that it costs the same however large the board is.
 */
export const SEARCH_LOOKS_AT = 1000;
/** How many favours the pages of several places together reach down to: each of their boards is read that far. */
export const SEVERAL_PLACES_REACH = 1000;

/** Public numbers of a province are shown from this many favours on: fewer would be about somebody. */
export const PUBLIC_NUMBERS_MIN = 5;
