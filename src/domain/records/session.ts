import * as z from "zod/mini";
import { Text, Whole } from "../kernel/shapes.ts";

/** Cookie of a moderator who signed in. `__Host-`: this host only, https only. */
export const SESSION_COOKIE = "__Host-moderacion";

/** A moderator who signed in, under the hash of what the cookie says: who reads the store can't sign in with it. */
export const Session = z.object({
  id: Text,
  version: Whole,
  email: Text,
  expiresAt: Whole,
});
export type Session = z.infer<typeof Session>;
