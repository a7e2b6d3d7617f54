import { defuse } from "../language/defuse.ts";
import { type SafeHtml, escapeHtml, joinHtml, markSafe } from "../markdown/safe-html.ts";
import type { Letter, Part } from "./letter.ts";

/** Mail programs know little CSS: styles stand on the elements, and colours are left to the reader's own theme where possible. */
const STYLE = {
  page: "max-width:36em;margin:0 auto;padding:24px 16px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif",
  brand: "margin:0 0 24px;font-weight:700;font-size:18px",
  paragraph: "margin:0 0 16px",
  list: "margin:0 0 16px;padding-left:22px",
  quote: "margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid #8a8177;overflow-wrap:anywhere",
  button:
    "display:inline-block;padding:12px 20px;border-radius:8px;background-color:#a8361b;color:#ffffff;font-weight:600;text-decoration:none",
  small: "margin:0 0 16px;font-size:14px;overflow-wrap:anywhere",
  footer: "margin:32px 0 0;padding-top:16px;border-top:1px solid #8a8177;font-size:14px",
} as const;

/** The HTML part: the same content as the text part, no image, nothing that is fetched, readable in light and dark. */
export function letterToHtml(letter: Letter, siteName: string, footer: readonly string[]): SafeHtml {
  return joinHtml(
    [
      markSafe('<!doctype html>\n<html lang="es">\n<head>\n<meta charset="utf-8">'),
      markSafe('<meta name="viewport" content="width=device-width">'),
      markSafe('<meta name="color-scheme" content="light dark">'),
      markSafe('<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">'),
      markSafe(`<title>${escapeHtml(letter.subject)}</title>\n</head>`),
      markSafe(`<body style="margin:0">\n<div style="${STYLE.page}">`),
      markSafe(`<p style="${STYLE.brand}">${escapeHtml(siteName)}</p>`),
      ...letter.parts.map(partToHtml),
      markSafe(`<p style="${STYLE.footer}">${joinHtml(footer.map(escapeHtml), "<br>\n")}</p>`),
      markSafe("</div>\n</body>\n</html>\n"),
    ],
    "\n",
  );
}

function partToHtml(part: Part): SafeHtml {
  switch (part.type) {
    case "paragraph":
      return paragraph(escapeHtml(part.text));
    case "list": {
      const items = part.items.map((item) => markSafe(`<li>${escapeHtml(item)}</li>`));
      return markSafe(`<ul style="${STYLE.list}">${joinHtml(items)}</ul>`);
    }
    case "facts": {
      const rows = part.rows.map(([label, value]) =>
        markSafe(`<strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}`),
      );
      return paragraph(joinHtml(rows, "<br>\n"));
    }
    case "quote": {
      const lines = defuse(part.text).trim().split("\n").map(escapeHtml);
      const quote = markSafe(`<blockquote style="${STYLE.quote}">${joinHtml(lines, "<br>\n")}</blockquote>`);
      return joinHtml([paragraph(escapeHtml(part.caption)), quote], "\n");
    }
    case "button": {
      const url = escapeHtml(part.url);
      const button = markSafe(`<a href="${url}" style="${STYLE.button}">${escapeHtml(part.label)}</a>`);
      const byHand = markSafe(
        `<p style="${STYLE.small}">Si el botón no te funciona, copia esta dirección en tu navegador: ${url}</p>`,
      );
      return joinHtml([paragraph(button), byHand], "\n");
    }
    case "link":
      return paragraph(markSafe(`<a href="${escapeHtml(part.url)}">${escapeHtml(part.label)}</a>`));
  }
}

function paragraph(content: SafeHtml): SafeHtml {
  return markSafe(`<p style="${STYLE.paragraph}">${content}</p>`);
}
