import type { APIRoute } from "astro";
import { DAY } from "../../domain/kernel/time.ts";
import { SITE } from "../../site.ts";
import { FILES } from "../../urls.ts";
import { siteUrl, textResponse } from "../_text-response.ts";

/** RFC 9116 recommends less than a year. A site that nobody has built for so long may have nobody who reads that mail. */
const GOOD_FOR = 300 * DAY;

/** Where to write about a security problem (RFC 9116). */
export const GET: APIRoute = (context) => {
  const builtAt = Date.parse(import.meta.env.BUILT_AT ?? new Date().toISOString());
  // The instant of the last whole second: fractions are allowed, and not every reader knows them.
  const expires = new Date(builtAt + GOOD_FOR).toISOString().replace(/\.\d+Z$/, "Z");
  const lines = [
    `Contact: mailto:${SITE.email}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${SITE.language}, en`,
    `Canonical: ${new URL(FILES.security, siteUrl(context)).href}`,
    "",
  ];
  return textResponse(lines.join("\n"), "text/plain");
};
