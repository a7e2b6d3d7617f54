/** Limits of seeing and erasing everything that is kept under one address. */

/** How long the link to everything of an address works, in hours: it erases all at once, so it is not for keeping. */
export const MY_DATA_LINK_TTL_HOURS = 24;
/** Things that the page behind it lists, the newest first, and that its export holds. */
export const MY_DATA_MAX = 1000;
/** Things that are erased before the answer; the sweeper goes on with the rest. */
export const ERASED_AT_ONCE = 50;
/** Erasing that fails is tried again after this, in minutes, and then after twice as long each time; */
export const ERASING_RETRY_FIRST_MINUTES = 5;
/** but never later than after this, in hours. */
export const ERASING_RETRY_LAST_HOURS = 24;
/** How long it is tried, in days; the owner, whom the law gives a month, is told long before. */
export const ERASING_KEPT_DAYS = 30;
