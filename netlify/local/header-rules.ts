import { existsSync, readFileSync } from "node:fs";
import * as z from "zod/mini";

const FrameworkConfig = z.object({
  headers: z.array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) })),
});

/** The headers that the platform adds to a static file at this path. */
export type HeaderRules = (pathname: string) => Headers;

/**
 * Reads `.netlify/v1/config.json`, where the adapter writes the CSP of every static page and the build adds the security
 * headers. They apply to static files only, here as on Netlify: functions set their own.
 */
export function readHeaderRules(file: string): HeaderRules {
  if (!existsSync(file)) return () => new Headers();
  const { headers: rules } = FrameworkConfig.parse(JSON.parse(readFileSync(file, "utf8")));
  const patterns = rules
    .filter((rule) => /[*:]/.test(rule.for))
    .map((rule) => ({ matches: pathMatcher(rule.for), values: Object.entries(rule.values) }));
  // Every page has a rule of its own: those are looked up, not tried one after the other.
  const exact = new Map(rules.map((rule) => [withoutSlash(rule.for), Object.entries(rule.values)]));

  return (pathname) => {
    const headers = new Headers();
    for (const { matches, values } of patterns) {
      if (matches(pathname)) for (const [name, value] of values) headers.set(name, value);
    }
    for (const [name, value] of exact.get(withoutSlash(pathname)) ?? []) headers.set(name, value);
    return headers;
  };
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}

/** `*` stands for the rest of the path, `:name` for one segment; a slash at the end makes no difference. */
export function pathMatcher(pattern: string): (pathname: string) => boolean {
  const source = pattern
    .replace(/\/$/, "")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/:[A-Za-z_]\w*/g, "[^/]+");
  const expression = new RegExp(`^${source}/?$`);
  return (pathname) => expression.test(pathname);
}
