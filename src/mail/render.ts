import type { MailEvent, MailName } from "../domain/records/mail-event.ts";
import { SITE } from "../site.ts";
import { cleanLine } from "../domain/kernel/clean.ts";
import type { Attachment, Letter } from "./letter.ts";
import { letterToHtml } from "./letter-html.ts";
import { letterToText } from "./letter-text.ts";
import type { MailContext } from "./mail-context.ts";
import { AGREEMENT_LETTERS } from "./letters/agreements.ts";
import { COMMENT_LETTERS } from "./letters/comments.ts";
import { DIGEST_LETTERS } from "./letters/digests.ts";
import { CONFIRM_LETTERS } from "./letters/confirmations.ts";
import { LOST_LETTERS } from "./letters/lost.ts";
import { CONTACT_FORM_LETTERS, QUESTION_LETTERS, RUN_LETTERS } from "./letters/site.ts";
import { JOB_LETTERS } from "./letters/favours.ts";
import { REPORT_LETTERS } from "./letters/reports.ts";
import { MODERATION_LETTERS } from "./letters/moderation.ts";
import { OFFER_LETTERS } from "./letters/offers.ts";
import { MISSING_REWARD_LETTERS } from "./letters/missing-rewards.ts";
import { REMINDER_LETTERS } from "./letters/reminders.ts";
import { REWARD_LETTERS } from "./letters/rewards.ts";
import { link, type DataOf, type Writer, type Writers } from "./letters/parts.ts";

/** A mail ready to be sent. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string;
  readonly attachments?: readonly Attachment[];
  readonly headers: Readonly<Record<string, string>>;
}

const LETTERS: Writers<MailName> = {
  ...CONFIRM_LETTERS,
  ...REPORT_LETTERS,
  ...DIGEST_LETTERS,
  ...JOB_LETTERS,
  ...OFFER_LETTERS,
  ...REWARD_LETTERS,
  ...MISSING_REWARD_LETTERS,
  ...AGREEMENT_LETTERS,
  ...REMINDER_LETTERS,
  ...COMMENT_LETTERS,
  ...MODERATION_LETTERS,
  ...CONTACT_FORM_LETTERS,
  ...QUESTION_LETTERS,
  ...LOST_LETTERS,
  ...RUN_LETTERS,
};

/**
 * Makes the mail of an event. The same event and context always give the same mail: a retry goes out under the same
 * idempotency key, which the mail service takes only with the same body.
 */
export function renderMail(event: MailEvent, context: MailContext): RenderedMail {
  const { replyTo, attachments, unsubscribe, ...written } = writeLetter(event.name, event.data, context);
  const letter = unsubscribe === undefined ? written : withEnd(written, context.tokenUrl(unsubscribe));
  const footer = footerOf(event.name, context);
  return {
    subject: cleanLine(letter.subject),
    text: letterToText(letter, footer),
    html: letterToHtml(letter, SITE.name, footer),
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
  const write: Writer<N> = LETTERS[name];
  return write(data, context);
}

/** Mails to whoever runs the site; everybody else is told how their address came here. */
const TO_THE_HOUSE: ReadonlySet<MailName> = new Set<MailName>([
  "contactMessage",
  "moderateJob",
  "moderateReward",
  "moderateMissing",
  "moderateComment",
  "questionFeedback",
  "runFailing",
]);

function footerOf(name: MailName, { siteUrl, owner }: MailContext): string[] {
  const why = TO_THE_HOUSE.has(name)
    ? `Recibes este correo porque llevas ${SITE.name}.`
    : `Recibes este correo porque alguien dejó esta dirección en ${SITE.name}. ¿Dudas? ${owner.email}`;
  return [`${owner.name} · ${siteUrl}/`, why, `Privacidad: ${siteUrl}/privacidad/`];
}
