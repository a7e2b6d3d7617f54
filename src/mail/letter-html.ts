import { defuse } from "../language/defuse.ts";
import { type SafeHtml, escapeHtml, joinHtml, markSafe } from "../markdown/safe-html.ts";
import type { Letter, Part } from "./letter.ts";

/**
 * Mail programs know little CSS: tables give the boxes, styles stand on the elements. Paper and ink are the reader's own theme's;
 * only the stub and what stands on it have colours, both at once, so that neither theme makes them unreadable. Lines are of a tone
 * that shows on white and on black.
 */
const FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const LINE = "#8a7a5c";
const STUB = "#f7d98f";
const STUB_INK = "#322710";
const STYLE = {
  body: "margin:0;padding:0",
  page: `padding:24px 12px;font-size:16px;line-height:1.55;${FONT}`,
  // On a table Apple Mail takes no maximum.
  sheet: "max-width:576px;margin:0 auto",
  rows: "width:100%;table-layout:fixed;border-collapse:separate",
  ticket: `padding:22px 22px 8px;border:3px solid ${LINE};border-radius:14px;text-align:left;word-wrap:break-word`,
  torn: `padding:22px 22px 8px;border:3px solid ${LINE};border-bottom:3px dashed ${LINE};border-radius:14px 14px 0 0;text-align:left;word-wrap:break-word`,
  stub: `padding:18px 22px;border:3px solid ${LINE};border-top:0;border-radius:0 0 14px 14px;background-color:${STUB};color:${STUB_INK};text-align:left;word-wrap:break-word`,
  between: "height:20px;font-size:0;line-height:0",
  after: "padding:20px 4px 0;text-align:left;word-wrap:break-word",
  news: "margin:0 0 16px;font-size:20px;line-height:1.35;font-weight:700",
  paragraph: "margin:0 0 16px",
  list: "margin:0 0 16px;padding-left:22px",
  quote: `margin:0 0 16px;padding:2px 0 2px 14px;border-left:4px solid ${LINE}`,
  button: `display:inline-block;padding:12px 20px;border-radius:8px;background-color:${STUB_INK};color:#ffffff;font-weight:700;text-decoration:none`,
  link: "color:inherit;font-weight:700;text-decoration:underline",
  address: `margin:12px 0 0;font-size:13px;color:${STUB_INK}`,
  footer: "padding:24px 4px 0;font-size:14px;text-align:left;word-wrap:break-word",
} as const;

/** What one ticket of a letter holds; the stub is its button. */
interface Ticket {
  readonly body: readonly Part[];
  readonly stub: Extract<Part, { type: "button" }> | null;
}

/** The HTML part: the same content as the text part, the news first, no image, nothing that is fetched. */
export function letterToHtml(letter: Letter, footer: readonly string[]): SafeHtml {
  const { tickets, after } = ticketsOf(letter.parts);
  const rows = [
    ...tickets.flatMap((ticket, at) => [
      ...(at === 0 ? [] : [row(STYLE.between, markSafe("\u00a0"))]),
      ...ticketRows(ticket, at === 0),
    ]),
    ...(after.length === 0 ? [] : [row(STYLE.after, joinHtml(after.map(partToHtml), "\n"))]),
    row(STYLE.footer, joinHtml(footer.map(escapeHtml), "<br>\n")),
  ];
  return joinHtml(
    [
      markSafe('<!doctype html>\n<html lang="es">\n<head>\n<meta charset="utf-8">'),
      markSafe('<meta name="viewport" content="width=device-width">'),
      markSafe('<meta name="color-scheme" content="light dark">'),
      markSafe('<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">'),
      markSafe(`<title>${escapeHtml(letter.subject)}</title>\n</head>`),
      markSafe(`<body style="${STYLE.body}">`),
      markSafe(`${TABLE} width="100%"><tr><td align="center" style="${STYLE.page}">`),
      markSafe(`<div style="${STYLE.sheet}">\n${TABLE} width="100%" style="${STYLE.rows}">`),
      ...rows,
      markSafe("</table>\n</div>\n</td></tr></table>\n</body>\n</html>\n"),
    ],
    "\n",
  );
}

const TABLE = '<table role="presentation" cellpadding="0" cellspacing="0" border="0"';

/** A ticket ends with its button; what comes after the last one stands on no ticket. */
function ticketsOf(parts: readonly Part[]): {
  readonly tickets: readonly Ticket[];
  readonly after: readonly Part[];
} {
  const tickets: Ticket[] = [];
  let body: Part[] = [];
  for (const part of parts) {
    if (part.type === "button") {
      tickets.push({ body, stub: part });
      body = [];
    } else body.push(part);
  }
  return tickets.length === 0 ? { tickets: [{ body, stub: null }], after: [] } : { tickets, after: body };
}

function ticketRows({ body, stub }: Ticket, first: boolean): SafeHtml[] {
  const parts = body.map((part, at) =>
    first && at === 0 && part.type === "paragraph" ? news(part) : partToHtml(part),
  );
  const told = row(stub ? STYLE.torn : STYLE.ticket, joinHtml(parts, "\n"));
  return stub ? [told, row(STYLE.stub, buttonHtml(stub))] : [told];
}

function row(style: string, content: SafeHtml): SafeHtml {
  return markSafe(`<tr><td style="${style}">\n${content}\n</td></tr>`);
}

function news(part: Extract<Part, { type: "paragraph" }>): SafeHtml {
  return markSafe(`<p style="${STYLE.news}">${escapeHtml(part.text)}</p>`);
}

/** With its address below, for programs that show no links. */
function buttonHtml({ label, url }: Extract<Part, { type: "button" }>): SafeHtml {
  const href = escapeHtml(url);
  return joinHtml(
    [
      markSafe(`<a href="${href}" style="${STYLE.button}">${escapeHtml(label)}</a>`),
      markSafe(`<p style="${STYLE.address}">${href}</p>`),
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
    case "button":
      return buttonHtml(part);
    case "link":
      return paragraph(
        markSafe(`<a href="${escapeHtml(part.url)}" style="${STYLE.link}">${escapeHtml(part.label)}</a>`),
      );
  }
}

function paragraph(content: SafeHtml): SafeHtml {
  return markSafe(`<p style="${STYLE.paragraph}">${content}</p>`);
}
