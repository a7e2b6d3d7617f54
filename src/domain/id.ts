import * as z from "zod/mini";

/**
 * Ids are 16 to 32 letters of lower-case base32 (RFC 4648 §6), without hyphens, so that `/favores/<id>-<slug>/` splits at
 * the first one. They come in as arguments; `newId` of `links.ts` makes them.
 */
export const ID_PATTERN = /^[a-z2-7]{16,32}$/;

export const Id = z.string().check(z.regex(ID_PATTERN));

/** Makes a fresh id each time it is called; the domain receives it as an argument. */
export type NewId = () => string;
