/** How long what suspicion counts is kept. */

/** How long it is known that a text was sent, so that its copies are seen, in days. */
export const ECHO_DAYS = 3;
/** Within how long the texts of one visitor are counted together, in minutes. */
export const BUSY_MINUTES = 60;
/** How long it counts against an address that moderators rejected something of it, in days. */
export const REJECTIONS_KEPT_DAYS = 90;
