import { createHash } from "node:crypto";

/** Letters of base64url that are kept of a SHA-256: 132 bits. */
const TAG_LENGTH = 22;
/** An entity tag as RFC 9110 §8.8.3 writes it; a comma may stand inside the quotes. */
const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;
/** How long a CDN may keep an answer. A 304 without its body must not be kept in the place of the answer. */
const CDN_HEADERS = ["netlify-cdn-cache-control", "netlify-cache-tag"];

/**
 * Gives a 200 to GET or HEAD an `ETag` made from its body alone, and turns it into a 304 without a body where the reader has that
 * body already. Other answers, and answers nobody may keep, are left as they are. A HEAD has to come with the body of its GET.
 *
 * The tag is weak: the platform compresses the same text in several ways. There is no `Last-Modified`: what is taken off a list changes
 * it without leaving a later date.
 */
export async function withValidator(request: Request, response: Response): Promise<Response> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const isKept = !(response.headers.get("cache-control") ?? "").includes("no-store");
  if (!isRead || response.status !== 200 || !isKept) return response;
  const body = await response.text();
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, TAG_LENGTH);
  const headers = new Headers(response.headers);
  headers.set("etag", `W/"${hash}"`);
  if (!isAmong(`"${hash}"`, request.headers.get("if-none-match"))) {
    return new Response(body, { status: 200, headers });
  }
  for (const name of [...CDN_HEADERS, "content-length"]) headers.delete(name);
  return new Response(null, { status: 304, headers });
}

/** Weak comparison (RFC 9110 §13.1.2): `W/` doesn't count. */
function isAmong(opaque: string, asked: string | null): boolean {
  if (asked === null) return false;
  if (asked.trim() === "*") return true;
  return [...asked.matchAll(ENTITY_TAG)].some(([, tag]) => tag === opaque);
}
