import { createBody, LIVE_BROTLI, type Body } from "./body.ts";

/** What the host sends back, before it is compressed for one client. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: new Headers(response.headers),
    body: createBody(bytes, LIVE_BROTLI),
  };
}

export function redirectTo(location: string, status: number): Answer {
  return plainAnswer(status, `Esta página está en ${location}`, { location });
}

/** A plain answer of the host itself, for what goes wrong before or around the site's own code. */
export function plainAnswer(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: new Headers({
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      ...headers,
    }),
    body: createBody(Buffer.from(`${text}\n`), LIVE_BROTLI),
  };
}
