import { Redis } from "@upstash/redis";
import { SECOND, type Millis } from "../domain/time.ts";
import { type RedisClient } from "./client.ts";

/** How long one question may take, its one retry included. A function that waits longer is worth less than one that says so. */
export const REQUEST_TIMEOUT: Millis = 3 * SECOND;
const RETRY_AFTER: Millis = 100;

/**
 * The `@upstash/redis` client over REST. What it throws (refused, too slow, 500, not JSON) `ask` turns into `StoreDown`.
 *
 * Two of its options are traps: left on, `automaticDeserialization` makes the number 7 of the text "007" and
 * `responseEncoding` decodes every text that happens to be base64 ("abcd") when a proxy ignores the header that asks for it.
 *
 * Only what got no answer at all is tried again. A commit that arrived and whose answer got lost then says `repeated` or `conflict`:
 * never twice, and true of what is stored.
 * @throws UrlError when the address is no URL.
 */
export function createUpstashClient(
  url: string,
  token: string,
  timeout: Millis = REQUEST_TIMEOUT,
): RedisClient {
  return new Redis({
    url,
    token,
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
    enableAutoPipelining: false,
    retry: { retries: 1, backoff: () => RETRY_AFTER },
    signal: () => AbortSignal.timeout(timeout),
  });
}
