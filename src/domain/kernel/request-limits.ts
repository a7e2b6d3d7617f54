/** Limits of requests: their size, how often each visitor may send them, and how long answers may be kept. */

// Size and age
/** What may be sent in one form, in bytes. */
export const BODY_LIMIT = 64 * 1024;
/** A form that is too large is read up to here, so that the answer can show what was typed; what is larger still is not. */
export const SHOWN_BODY_LIMIT = 4 * BODY_LIMIT;
/** How long an answer of the API with visitors' text may be served from the CDN without asking, in seconds. */
export const MAX_AGE_SECONDS = 60;
/** How long it may then still be served while a fresh one is fetched, in seconds. */
export const STALE_SECONDS = 120;
/** The same for pages; together never beyond 300 s. */
export const PAGE_MAX_AGE_SECONDS = 60;
export const PAGE_STALE_SECONDS = 240;
/** Minutes between two requests for a build: what is taken back in between goes out with one build. */
export const REBUILD_EVERY_MINUTES = 5;

// Visitors
/** How often one visitor may use something: `uses` within any `seconds`. */
export interface Rate {
  readonly name: string;
  readonly uses: number;
  readonly seconds: number;
}

export const JOB_RATE: Rate = { name: "jobs", uses: 30, seconds: 3600 };
export const OFFER_RATE: Rate = { name: "offers", uses: 60, seconds: 3600 };
export const REWARD_RATE: Rate = { name: "rewards", uses: 60, seconds: 3600 };
export const COMMENT_RATE: Rate = { name: "comments", uses: 60, seconds: 3600 };
export const OWN_COMMENT_RATE: Rate = { name: "own-comments", uses: 60, seconds: 3600 };
export const PREVIEW_RATE: Rate = { name: "previews", uses: 120, seconds: 600 };
export const CONTACT_RATE: Rate = { name: "contact", uses: 20, seconds: 3600 };
export const REPORT_RATE: Rate = { name: "reports", uses: 20, seconds: 3600 };
export const VOTE_RATE: Rate = { name: "votes", uses: 60, seconds: 3600 };
export const LINK_RATE: Rate = { name: "links", uses: 120, seconds: 600 };
export const RECOVER_RATE: Rate = { name: "recover", uses: 20, seconds: 3600 };
export const MY_DATA_RATE: Rate = { name: "my-data", uses: 20, seconds: 3600 };
export const RECEIPT_RATE: Rate = { name: "receipts", uses: 60, seconds: 3600 };
export const SESSION_RATE: Rate = { name: "sessions", uses: 20, seconds: 3600 };
export const DESK_RATE: Rate = { name: "moderation", uses: 120, seconds: 600 };
export const FORGET_RATE: Rate = { name: "forget", uses: 60, seconds: 3600 };

/** Comments that a browser is shown as its own on one page, the newest. */
export const OWN_COMMENTS_SHOWN = 20;
