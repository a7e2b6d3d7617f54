/** What suspicion is measured by; the weights of signals stand in `SIGNAL_WEIGHTS`. */

/** Nobody fills in a form faster, in seconds. */
export const FILL_TIME_MIN_SECONDS = 3;
/** More links than these look like advertising. */
export const LINKS_MAX = 2;
/** From this sum of weights on, a person looks first. */
export const HOLD_SCORE = 5;
/** What single phrases weigh together at most, however many: they hold only where all the words sound so too. */
export const PHRASES_WEIGH_MAX = 4;
/** From this sum of weights on, who receives a text is warned before they read it. */
export const WARN_SCORE = 3;
/** What all the words of a text sound like (`wordingOf`): from here on it holds alone; few honest texts of ours get there. */
export const WORDING_SURE = 1.1;
/** Each step below it weighs one less. */
export const WORDING_STEP = 0.25;
/** A text of fewer stems and pairs says too little for its words to hold it alone. */
export const WORDING_STEMS_MIN = 12;
/** How much more a text has to say against itself than for itself: most are honest, and one that says little is. */
export const WORDING_PRIOR = 5;
/** Less of a text's words than this is known: it is in a language that nobody taught the model, and says nothing to it. */
export const WORDING_KNOWN_SHARE = 0.6;
/** Pieces by which a text is known again, and how many of them two texts that are alike have in common. */
export const ECHO_MARKS = 8;
export const ECHO_MARKS_ALIKE = 5;
/** Shorter texts are compared with none: honest people say the same. */
export const ECHO_WORDS_MIN = 12;
/** From so many texts of one visitor within `BUSY_MINUTES` on, the next is a little suspicious. */
export const BUSY_TEXTS = 8;
/** From so many earlier texts like it on, one is held: who sends theirs again after an error, or offers the same to some, sends fewer. */
export const DUPLICATES_MANY = 5;
/** From so many rejected texts of an address on, its next weighs more. */
export const REJECTED_OFTEN = 3;
/** From so many published comments of an address on, and none rejected, its next text weighs a little less. */
export const APPROVED_BEFORE = 3;
