import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownFile, ownFolder } from "./own-files.ts";

/** The secret of one machine. Several processes may ask for it at once: the first to link its file in place makes it. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  ownFolder(dataDir);
  const draft = join(dataDir, `secret-${randomBytes(8).toString("hex")}`);
  writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  ownFile(file);
  return readFileSync(file, "utf8").trim();
}
