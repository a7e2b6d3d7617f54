import { createHash } from "node:crypto";

/** A Lua script with the name Redis caches it under. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

export function script(lua: string): Script {
  return { lua, sha: createHash("sha1").update(lua).digest("hex") };
}
