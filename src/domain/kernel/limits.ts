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
export const COMMENT_MAX_LENGTH = 3000;
export const CONTACT_MESSAGE_MIN_LENGTH = 10;
export const CONTACT_MESSAGE_MAX_LENGTH = 4000;
export const REASON_MAX_LENGTH = 500;
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
/** How long an offer waits for the poster's answer, in days. */
export const OFFER_LIFE_DAYS = 14;
/** How long what nobody confirmed is kept, in hours. */
export const UNCONFIRMED_TTL_HOURS = 48;
/** How long an offer, with its contact data, is kept once it has ended, in days. */
export const ENDED_OFFER_TTL_DAYS = 90;

/** Live favours (`LIVE_JOB_STATES`) that one address may have. */
export const MAX_LIVE_JOBS = 3;
/** Offers that one address may confirm on one day of Europe/Madrid. */
export const MAX_OFFERS_A_DAY = 10;
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
