import { MAILBOX } from "../../src/urls.ts";
import { escapeHtml } from "../../src/markdown/safe-html.ts";
import { plainAnswer, type Answer } from "./answer.ts";
import { createBody, LIVE_BROTLI } from "./body.ts";
import { isLoopbackHost } from "./loopback.ts";

/** A mail that the local mailbox keeps instead of sending it. */
export interface LocalMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601, or milliseconds since 1970. */
  readonly createdAt: string | number;
}

export interface LocalMailbox {
  /** Newest first. */
  list(): readonly LocalMail[] | Promise<readonly LocalMail[]>;
}

/**
 * The mails of everybody who tried the site here lie in this mailbox, with their links. So it opens only for this machine:
 * the host listens on loopback, and the request names it so (a web page elsewhere can't ask through a name of its own).
 */
export async function mailboxAnswer(
  request: Request,
  mailbox: LocalMailbox | null,
  boundToLoopback: boolean,
): Promise<Answer | null> {
  const url = new URL(request.url);
  const path = url.pathname === "/buzon" ? MAILBOX.page : url.pathname;
  if (path !== MAILBOX.page && path !== MAILBOX.list) return null;
  if (!boundToLoopback || !isLoopbackHost(url.host)) return null;
  if (request.method !== "GET" && request.method !== "HEAD") {
    return plainAnswer(405, "El buzón solo se puede leer.", { allow: "GET, HEAD" });
  }
  const mails = mailbox ? await mailbox.list() : [];
  return path === MAILBOX.list
    ? page(JSON.stringify(mails), "application/json; charset=utf-8")
    : page(renderMailbox(mails, mailbox !== null), "text/html; charset=utf-8");
}

function page(text: string, contentType: string): Answer {
  return {
    status: 200,
    headers: new Headers({
      "content-type": contentType,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
      "referrer-policy": "same-origin",
      // The mails' own inline styles are shown in sandboxed frames, which inherit this policy. Nothing runs, nothing loads.
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'; base-uri 'self'; form-action 'none'",
    }),
    body: createBody(Buffer.from(text), LIVE_BROTLI),
  };
}

export function renderMailbox(mails: readonly LocalMail[], isLocal: boolean): string {
  const empty = isLocal
    ? "Todavía no hay correos. Pide un favor o escribe un comentario y vuelve por aquí."
    : "Los correos salen de verdad con Resend, así que aquí no se queda ninguno.";
  const list = mails.length === 0 ? `<p>${empty}</p>` : mails.map(renderMail).join("\n");
  return `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Buzón de pruebas · Makethejobs</title>
<style>${STYLE}</style>
</head>
<body>
<header><p><a href="/">Makethejobs</a></p>
<h1>Buzón de pruebas</h1>
<p>Los correos que enviaría la web, del más nuevo al más antiguo. No han salido de este ordenador. <a href="${MAILBOX.page}">Actualizar</a></p></header>
<main>
${list}
</main>
</body>
</html>
`;
}

function renderMail(mail: LocalMail): string {
  const date = new Date(mail.createdAt);
  const shown = date.toLocaleString("es-ES", { dateStyle: "medium", timeStyle: "medium" });
  // Links of a framed mail open in the whole window, as they would from a real mailbox.
  const framed = escapeHtml(`<base target="_top">${mail.html}`);
  return `<article id="${escapeHtml(mail.id)}">
<h2>${escapeHtml(mail.subject)}</h2>
<p>Para <strong>${escapeHtml(mail.to)}</strong>, <time datetime="${date.toISOString()}">${shown}</time></p>
<pre>${linkUrls(escapeHtml(mail.text))}</pre>
<details><summary>Verlo con su diseño</summary>
<iframe title="${escapeHtml(mail.subject)}" sandbox="allow-top-navigation-by-user-activation" srcdoc="${framed}"></iframe></details>
</article>`;
}

/** Addresses in the already escaped text become links. */
function linkUrls(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)»]/g, (url) => `<a href="${url}">${url}</a>`);
}

const STYLE = `:root{color-scheme:light dark}
body{overflow-wrap:anywhere;margin:0 auto;max-width:46rem;padding:1rem 1.25rem 4rem;font:1.0625rem/1.55 system-ui,sans-serif;background:light-dark(#fbf7ef,#1d1a17);color:light-dark(#2b2622,#efe8df)}
h1,h2{line-height:1.2}h2{margin:0;font-size:1.2rem}
article{margin:1.25rem 0;padding:1rem 1.25rem;border-radius:.5rem;background:light-dark(#fff,#282420);border:1px dashed light-dark(#c9bda9,#5a5148)}
article p{margin:.25rem 0 .75rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}
a{color:light-dark(#9a3412,#fdba74)}
summary{margin-top:1rem;cursor:pointer}
iframe{width:100%;height:30rem;margin-top:.75rem;border:0;background:#fff;border-radius:.25rem}`;
