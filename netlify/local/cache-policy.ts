/** What an answer says about how the CDN may keep it. Times in milliseconds. */
export interface CachePolicy {
  readonly maxAge: number;
  readonly staleWhileRevalidate: number;
  readonly tags: readonly string[];
  readonly vary: VaryPolicy;
}

/** What makes two requests for one path different. */
export interface VaryPolicy {
  /** `null`: every parameter counts, as when an answer says nothing. */
  readonly query: readonly string[] | null;
  readonly headers: readonly string[];
  readonly cookies: readonly string[];
}

const VARY_ON_ALL_QUERY: VaryPolicy = { query: null, headers: [], cookies: [] };

/** For the CDN's eyes only; taken off before the answer leaves. */
const CDN_HEADERS = [
  "netlify-cdn-cache-control",
  "cdn-cache-control",
  "netlify-vary",
  "netlify-cache-tag",
  "cache-tag",
];

/** Null: not to be kept. The most specific of the three headers decides, as on Netlify. */
export function cachePolicyOf(status: number, headers: Headers): CachePolicy | null {
  const control =
    headers.get("netlify-cdn-cache-control") ??
    headers.get("cdn-cache-control") ??
    headers.get("cache-control");
  // A 304 is for the one who asked: it has no body for the next.
  if (control === null || status >= 500 || status === 304 || headers.has("set-cookie")) return null;
  const directives = parseDirectives(control);
  if (["private", "no-store", "no-cache"].some((name) => directives.has(name))) return null;
  const maxAge = seconds(directives.get("s-maxage") ?? directives.get("max-age"));
  const staleWhileRevalidate = seconds(directives.get("stale-while-revalidate"));
  if (maxAge + staleWhileRevalidate === 0) return null;
  return {
    maxAge,
    staleWhileRevalidate,
    tags: splitList(headers.get("netlify-cache-tag") ?? headers.get("cache-tag") ?? "", ","),
    vary: parseVary(headers.get("netlify-vary")),
  };
}

export function withoutCdnHeaders(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of CDN_HEADERS) kept.delete(name);
  return kept;
}

/** `query=categoria|pagina, header=accept, cookie=sesion`; `query` alone means every parameter. */
export function parseVary(value: string | null): VaryPolicy {
  if (value === null) return VARY_ON_ALL_QUERY;
  const parts = splitList(value, ",").map((part) => part.split("="));
  const listOf = (kind: string) =>
    parts.filter(([name]) => name === kind).flatMap(([, list = ""]) => splitList(list, "|"));
  const everyParameter = parts.some(([name, list]) => name === "query" && list === undefined);
  return {
    query: everyParameter ? null : listOf("query"),
    headers: listOf("header").map((name) => name.toLowerCase()),
    cookies: listOf("cookie"),
  };
}

function parseDirectives(control: string): Map<string, string> {
  return new Map(
    splitList(control.toLowerCase(), ",").map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name.trim(), value.trim().replace(/^"|"$/g, "")];
    }),
  );
}

function seconds(value: string | undefined): number {
  const parsed = Number.parseInt(value ?? "", 10);
  return Number.isFinite(parsed) && parsed > 0 ? parsed * 1000 : 0;
}

function splitList(list: string, separator: string): string[] {
  return list
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
