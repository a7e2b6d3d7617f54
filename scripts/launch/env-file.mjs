import { existsSync, readFileSync } from "node:fs";

/**
 * Takes the variables of an `.env` file that are not set already. Node does this by itself only from 20.12 on.
 * @param {string} file
 */
export function loadEnvFile(file) {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    const [, name, quoted] = /^\s*([A-Z_][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const value = quoted?.replace(/^(["'])(.*)\1$/, "$2");
    if (name && value) process.env[name] ??= value;
  }
}
