import { createHash } from "node:crypto";
import type { TypedFields } from "./body.ts";
import { escapeHtml } from "../../src/markdown/safe-html.ts";

/** Fields that carry nothing a person typed. */
const TECHNICAL_FIELDS: ReadonlySet<string> = new Set([
  "action",
  "article",
  "consent",
  "emailSure",
  "formId",
  "formulario",
  "offer",
  "parent",
  "question",
  "remember",
  "stamp",
  "value",
  "website",
]);

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.55 system-ui,sans-serif}
body{max-width:40rem;margin:0 auto;padding:2rem 1rem;background:light-dark(#fdfaf3,#16181d);color:light-dark(#20242c,#ece7dc)}
h1{font-size:1.6rem;line-height:1.2}
label{display:block;margin-top:1rem;font-weight:600}
textarea{box-sizing:border-box;width:100%;padding:.6rem;border:1px solid light-dark(#8a8577,#7b7f89);border-radius:6px;background:transparent;color:inherit;font:inherit}
a{color:inherit;text-underline-offset:.2em}
button{min-height:2.75rem;max-width:100%;margin-top:1rem;padding:.6rem 1.1rem;border:2px solid currentColor;border-radius:6px;background:transparent;color:inherit;font:inherit;font-weight:600;overflow-wrap:anywhere;cursor:pointer}
button.first{border-color:light-dark(#8c2f1b,#f2a08c);background:light-dark(#8c2f1b,#f2a08c);color:light-dark(#fff,#20140f)}
strong{overflow-wrap:anywhere}`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** As below, for the page that sends a form on. */
export const EMAIL_PAGE_CSP = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** The page may use its own one style element, and nothing else at all. */
export const PROBLEM_PAGE_CSP = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export interface ProblemPage {
  readonly title: string;
  readonly message: string;
  /** What was typed, shown so that it can be copied. */
  readonly typed: TypedFields;
  /** Spanish label of a field; the field's own name where there is none. */
  readonly labelOf: (field: string) => string | undefined;
}

/** A complete small page that depends on nothing: it has to work when everything else doesn't. */
export function renderProblemPage({ title, message, typed, labelOf }: ProblemPage): string {
  const shown = Object.entries(typed).filter(
    ([name, value]) => !TECHNICAL_FIELDS.has(name) && value.trim() !== "",
  );
  const boxes = shown.map(([name, value], index) => {
    const rows = Math.min(12, 1 + Math.ceil(value.length / 60) + (value.match(/\n/g)?.length ?? 0));
    const label = escapeHtml(labelOf(name) ?? name);
    // The line break after the tag is the one that HTML drops: a text that begins with one keeps its own.
    return `<label for="campo-${index}">${label}</label>
<textarea id="campo-${index}" rows="${rows}" readonly>\n${escapeHtml(value)}</textarea>`;
  });
  const typedPart =
    boxes.length === 0
      ? ""
      : `<h2>Lo que habías escrito</h2>
<p>No se ha perdido: puedes copiarlo de aquí.</p>
${boxes.join("\n")}
`;
  return smallPage(title, `<p>${escapeHtml(message)}</p>\n${typedPart}`);
}

/** A whole page around what is HTML already. */
function smallPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · Makethejobs</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}<p><a href="/">Ir a la página de inicio</a></p>
</main>
</body>
</html>
`;
}

export interface EmailPage {
  /** Where the form goes. */
  readonly action: string;
  readonly fields: TypedFields;
  /** As it was typed, and as it was probably meant. */
  readonly email: string;
  readonly meant: string;
  /** The form filled in again, to correct it by hand; null: it could not be kept. */
  readonly formHref: string | null;
}

/** Asks once whether an address is right: each answer sends everything that was typed, with one press. */
export function renderEmailPage({ action, fields, email, meant, formHref }: EmailPage): string {
  const again = (changed: TypedFields, button: string): string => {
    const inputs = Object.entries({ ...fields, ...changed }).map(
      ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
    );
    return `<form method="post" action="${escapeHtml(action)}">\n${inputs.join("\n")}\n${button}\n</form>\n`;
  };
  const byHand =
    formHref === null
      ? ""
      : `<p><a href="${escapeHtml(formHref)}">Volver al formulario y corregirlo</a></p>\n`;
  return smallPage(
    "¿Es este tu correo?",
    `<p>Has escrito <strong dir="ltr">${escapeHtml(email)}</strong>. ¿Querías poner <strong dir="ltr">${escapeHtml(meant)}</strong>? Si la dirección está mal, no te llegará el enlace.</p>
${again({ email: meant }, `<button class="first">Usar <span dir="ltr">${escapeHtml(meant)}</span></button>`)}${again(
      { emailSure: "on" },
      `<button>Está bien así: <span dir="ltr">${escapeHtml(email)}</span></button>`,
    )}${byHand}`,
  );
}
