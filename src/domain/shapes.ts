import * as z from "zod/mini";

/** Shapes that nearly every record has, made once: making one takes its time at every cold start. */
export const Text = z.string();
export const MaybeText = z.nullable(Text);
/** A moment in milliseconds, or a number of something. */
export const Whole = z.int();
export const MaybeWhole = z.nullable(Whole);
