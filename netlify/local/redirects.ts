import { existsSync, readFileSync } from "node:fs";
import { pathMatcher } from "./header-rules.ts";

export interface Redirect {
  readonly to: string;
  readonly status: number;
}

export type Redirects = (pathname: string) => Redirect | null;

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

/**
 * Reads the `_redirects` that Astro writes: `/from/ /to/ 301`, one a line. Rules that would need more than a fixed target
 * are refused aloud at the start, rather than served differently than in production.
 */
export function readRedirects(file: string): Redirects {
  if (!existsSync(file)) return () => null;
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*$/, "").trim())
    .filter((line) => line !== "")
    .map(parseRule);
  return (pathname) => rules.find((rule) => rule.matches(pathname))?.redirect ?? null;
}

function parseRule(line: string): { matches: (pathname: string) => boolean; redirect: Redirect } {
  const [from, to, code = "301", ...rest] = line.split(/\s+/);
  const status = Number(code);
  if (from === undefined || to === undefined || rest.length > 0 || !REDIRECT_STATUSES.has(status)) {
    throw new Error(`_redirects: no sé servir esta regla: ${line}`);
  }
  if (/[*:]/.test(to.replace(/^https?:/, ""))) {
    throw new Error(`_redirects: el destino tiene que ser fijo: ${line}`);
  }
  return { matches: pathMatcher(from), redirect: { to, status } };
}
