/** `netlify.toml` headers don't apply to functions, so every answer of one gets these here; the build gives the same to static files. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** A page's own policy, with nobody framing it: browsers ignore that in a `<meta>`, so Astro doesn't take it; in a header it counts. */
export function withoutFraming(policy: string): string {
  return policy.includes("frame-ancestors")
    ? policy
    : `${policy.replace(/;?\s*$/, "")}; frame-ancestors 'none'`;
}

/** Adds the security headers, and `no-store` to whatever said nothing about caching. What the response set itself stays. */
export function withSecurityHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
  return response;
}
