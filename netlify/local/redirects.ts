import { existsSync, readFileSync } from "node:fs";
import { pathMatcher } from "./header-rules.ts";

export interface Redirect {
  readonly to: string;
  readonly status: number;
  /** Whether what was asked for goes along: not where the rule itself asks for it. */
  readonly keepsSearch: boolean;
}

export type Redirects = (pathname: string, search: URLSearchParams) => Redirect | null;

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

/**
 * Reads the `_redirects` that the build writes: `/from/ /to/ 301`, one a line, or `/ p=12 /to/ 301!` where a parameter has to be that. Rules that would need more than a fixed target
 * are refused aloud at the start, rather than served differently than in production.
 */
export function readRedirects(file: string): Redirects {
  if (!existsSync(file)) return () => null;
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*$/, "").trim())
    .filter((line) => line !== "")
    .map(parseRule);
  return (pathname, search) => rules.find((rule) => rule.matches(pathname, search))?.redirect ?? null;
}

interface Rule {
  readonly matches: (pathname: string, search: URLSearchParams) => boolean;
  readonly redirect: Redirect;
}

function parseRule(line: string): Rule {
  const [from, ...others] = line.split(/\s+/);
  const [, name = "", value = ""] = /^(\w+)=([^:\s]+)$/.exec(others[0] ?? "") ?? [];
  const [to, code = "301", ...rest] = name === "" ? others : others.slice(1);
  const status = Number(code.replace(/!$/, ""));
  if (from === undefined || to === undefined || rest.length > 0 || !REDIRECT_STATUSES.has(status)) {
    throw new Error(`_redirects: no sé servir esta regla: ${line}`);
  }
  if (/[*:]/.test(to.replace(/^https?:/, ""))) {
    throw new Error(`_redirects: el destino tiene que ser fijo: ${line}`);
  }
  const matchesPath = pathMatcher(from);
  return {
    matches: (pathname, search) => matchesPath(pathname) && (name === "" || search.get(name) === value),
    redirect: { to, status, keepsSearch: name === "" },
  };
}
