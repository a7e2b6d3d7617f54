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
