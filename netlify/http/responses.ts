import {
  EMAIL_PAGE_CSP,
  type EmailPage,
  PROBLEM_PAGE_CSP,
  renderEmailPage,
  renderProblemPage,
  type ProblemPage,
} from "./problem-page.ts";

type Headers = Readonly<Record<string, string>>;

export function jsonResponse(status: number, body: unknown, headers: Headers = {}): Response {
  // The same value without a single `<`: nothing that takes the answer for HTML finds a tag in it.
  return new Response(JSON.stringify(body).replaceAll("<", "\\u003c"), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

/** Done, with nothing to say (204). */
export function noContent(headers: Headers = {}): Response {
  return new Response(null, { status: 204, headers });
}

/** Sends the browser on with a GET (RFC 9110 §15.4.4), so that reloading the next page sends nothing again. */
export function seeOther(location: string, headers: Headers = {}): Response {
  return new Response(null, { status: 303, headers: { location, ...headers } });
}

export function problemPageResponse(status: number, page: ProblemPage, headers: Headers = {}): Response {
  return smallPageResponse(status, renderProblemPage(page), {
    "content-security-policy": PROBLEM_PAGE_CSP,
    ...headers,
  });
}

/** Asks whether an address is right, before anything is done with it. */
export function emailPageResponse(page: EmailPage): Response {
  return smallPageResponse(422, renderEmailPage(page), { "content-security-policy": EMAIL_PAGE_CSP });
}

function smallPageResponse(status: number, html: string, headers: Headers): Response {
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "x-robots-tag": "noindex", ...headers },
  });
}
