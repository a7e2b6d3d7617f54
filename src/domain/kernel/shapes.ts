import * as z from "zod/mini";

/** Shapes that nearly every record has, made once: making one takes its time at every cold start. */
export const Text = z.string();
export const MaybeText = z.nullable(Text);
/** A moment in milliseconds, or a number of something. */
export const Whole = z.int();
export const MaybeWhole = z.nullable(Whole);

/**
 * Name of a form's field to the version of the record in which it last got another value. Absent: nothing was edited since this is
 * kept.
 */
export const Edits = z.optional(z.record(z.string(), z.int().check(z.gte(0))));
export type Edits = z.infer<typeof Edits>;

/**
 * Ids are 16 to 32 letters of lower-case base32 (RFC 4648 §6), without hyphens, so that `/favores/<id>-<slug>/` splits at
 * the first one. They come in as arguments; `newId` of `links.ts` makes them.
 */
export const ID_PATTERN = /^[a-z2-7]{16,32}$/;

export const Id = z.string().check(z.regex(ID_PATTERN));

/** Makes a fresh id each time it is called; the domain receives it as an argument. */
export type NewId = () => string;
