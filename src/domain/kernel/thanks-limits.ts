export const THANK_YOU_MIN_LENGTH = 10;
export const THANK_YOU_MAX_LENGTH = 300;
/** From so many people on, the favours of an address that were done are told. */
export const STANDING_MIN = 3;
/** Favours that were done, the oldest first, that are looked at for it. */
export const STANDING_LOOKS_AT = 1000;
