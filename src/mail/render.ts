import type { MailEvent, MailName } from "../domain/records/mail-event.ts";
import { TO_MODERATOR } from "../domain/records/mails/to-moderator.ts";
import { TO_OWNER } from "../domain/records/mails/to-owner.ts";
import { SITE } from "../site.ts";
import { cleanLine } from "../domain/kernel/clean.ts";
import { own, say, type Attachment, type Letter } from "./letter.ts";
import { letterToHtml } from "./letter-html.ts";
import { letterToText } from "./letter-text.ts";
import type { MailContext } from "./mail-context.ts";
import { AGREEMENT_LETTERS } from "./letters/agreements.ts";
import { APPEAL_LETTERS } from "./letters/appeals.ts";
import { COMMENT_LETTERS } from "./letters/comments.ts";
import { DIGEST_LETTERS } from "./letters/digests.ts";
import { CONFIRM_LETTERS } from "./letters/confirmations.ts";
import { LOST_LETTERS } from "./letters/lost.ts";
import { MY_DATA_LETTERS } from "./letters/my-data.ts";
import { BLOCK_LETTERS, CONTACT_FORM_LETTERS, QUESTION_LETTERS, RUN_LETTERS } from "./letters/site.ts";
import { JOB_LETTERS } from "./letters/favours.ts";
import { REPORT_LETTERS } from "./letters/reports.ts";
import { MODERATION_LETTERS } from "./letters/moderation.ts";
import { NOTICE_LETTERS } from "./letters/notices.ts";
import { OFFER_LETTERS } from "./letters/offers.ts";
import { MISSING_REWARD_LETTERS } from "./letters/missing-rewards.ts";
import { REMINDER_LETTERS } from "./letters/reminders.ts";
import { QUESTION_ASKED_LETTERS } from "./letters/questions.ts";
import { THANKS_LETTERS } from "./letters/thanks.ts";
import { REWARD_LETTERS } from "./letters/rewards.ts";
import { link, type DataOf, type LetterWriter, type LetterWriters } from "./letters/parts.ts";

/** A mail ready to be sent. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string;
  readonly attachments?: readonly Attachment[];
  readonly headers: Readonly<Record<string, string>>;
}

const LETTERS: LetterWriters<MailName> = {
  ...CONFIRM_LETTERS,
  ...REPORT_LETTERS,
  ...APPEAL_LETTERS,
  ...DIGEST_LETTERS,
  ...NOTICE_LETTERS,
  ...JOB_LETTERS,
  ...OFFER_LETTERS,
  ...QUESTION_ASKED_LETTERS,
  ...THANKS_LETTERS,
  ...REWARD_LETTERS,
  ...MISSING_REWARD_LETTERS,
  ...AGREEMENT_LETTERS,
  ...REMINDER_LETTERS,
  ...COMMENT_LETTERS,
  ...MODERATION_LETTERS,
  ...CONTACT_FORM_LETTERS,
  ...BLOCK_LETTERS,
  ...QUESTION_LETTERS,
  ...LOST_LETTERS,
  ...MY_DATA_LETTERS,
  ...RUN_LETTERS,
};

/**
 * Makes the mail of an event. The same event and context always give the same mail: a retry goes out under the same
 * idempotency key, which the mail service takes only with the same body.
 */
export function renderMail(event: MailEvent, context: MailContext): RenderedMail {
  const { replyTo, attachments, unsubscribe, ...written } = writeLetter(event.name, event.data, context);
  const letter = unsubscribe === undefined ? written : withEnd(written, context.tokenUrl(unsubscribe));
  const footer = footerOf(event, context);
  return {
    subject: cleanLine(letter.subject),
    text: letterToText(letter, footer),
    html: letterToHtml(letter, footer),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(attachments === undefined ? {} : { attachments }),
    // RFC 3834: nobody's holiday answer comes back to us.
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(unsubscribe !== undefined && {
        "List-Unsubscribe": `<${context.oneClickUrl(unsubscribe)}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** Below the text of a subscription's letter: the page where it is changed or ended. */
function withEnd(letter: Letter, url: string): Letter {
  return { ...letter, parts: [...letter.parts, link("Cambiar o dejar estos correos", url)] };
}

function writeLetter<N extends MailName>(name: N, data: DataOf<N>, context: MailContext): Letter {
  const write: LetterWriter<N> = LETTERS[name];
  return write(data, context);
}

/** Mails to whoever runs the site; everybody else is told how their address came here. */
const TO_THE_HOUSE: ReadonlySet<string> = new Set(Object.keys({ ...TO_MODERATOR, ...TO_OWNER }));

function footerOf(event: MailEvent, { siteUrl, owner }: MailContext): string[] {
  const questions = TO_THE_HOUSE.has(event.name) ? "" : ` ¿Dudas? ${owner.email}`;
  return [
    `Recibes este correo porque ${whyItCame(event)}.${questions}`,
    `${owner.name} · ${siteUrl}/`,
    `Privacidad: ${siteUrl}/privacidad/`,
  ];
}

/** Before somebody confirmed, nobody knows whose address it is. */
function whyItCame({ name, data }: MailEvent): string {
  if (TO_THE_HOUSE.has(name)) return `llevas ${SITE.name}`;
  if (name.startsWith("confirm") || name === "contactReceipt")
    return `alguien dejó esta dirección en ${SITE.name}`;
  if (name === "reportDecided") return `avisaste de un problema en ${SITE.name}`;
  if (name === "digest" || name === "digestOn") return `pediste una alerta de favores en ${SITE.name}`;
  if ("job" in data) return say`participas en «${data.job.title}»`;
  if ("article" in data) return say`comentaste en «${own(data.article.title)}»`;
  return `participas en ${SITE.name}`;
}
