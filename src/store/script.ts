import { createHash } from "node:crypto";

/** A Lua text with the name that Redis keeps it under. */
export interface ScriptText {
  readonly lua: string;
  readonly sha: string;
}

/** How a server lets other questions wait while a script runs: as it always does, or only those about the script's own keys. */
export type Locking = "server" | "keys";

/** One script, as each kind of server takes it. */
export type Script = Readonly<Record<Locking, ScriptText>>;

/**
 * Upstash runs a script under a lock on the whole database unless its text asks for a lock on its declared keys (Upstash,
 * "Scripting: key-based locking"). A plain Redis refuses a flag that it does not know, so there are two texts.
 */
const LOCK_DECLARED_KEYS = "#!lua flags=allow-key-locking\n";

export function script(lua: string): Script {
  return { server: named(lua), keys: named(LOCK_DECLARED_KEYS + lua) };
}

function named(lua: string): ScriptText {
  return { lua, sha: createHash("sha1").update(lua).digest("hex") };
}
