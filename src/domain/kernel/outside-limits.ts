import type { Rate } from "./request-limits.ts";
import { HOUR, SECOND, type Millis } from "./time.ts";

// What is fetched from elsewhere
/** How much of it is read, in bytes after unpacking. */
export const FETCH_LIMIT = 1024 * 1024;
/** How long one may take, with all its redirects. */
export const FETCH_TIME: Millis = 5 * SECOND;
export const FETCH_REDIRECTS_MAX = 3;

// Mentions from other sites
export const MENTION_URL_MAX_LENGTH = 2000;
/** What is kept of the text of a page that mentions an article, in code points. */
export const MENTION_TEXT_MAX_LENGTH = 280;
/** How often a page that can't be read is tried, and how long the first pause is; each is twice the one before. */
export const MENTION_TRIES = 4;
export const MENTION_TRY_AGAIN: Millis = HOUR;
/** How many of them an article shows, the newest. */
export const MENTIONS_SHOWN = 50;

export const MENTION_RATE: Rate = { name: "mentions", uses: 60, seconds: 3600 };
/** One host, whoever named it. */
export const FETCH_RATE: Rate = { name: "fetch", uses: 10, seconds: 3600 };
