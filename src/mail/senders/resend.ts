import * as z from "zod/mini";
import { SECOND, type Millis } from "../../domain/kernel/time.ts";
import type { Mailer, OutgoingMail, SendResult } from "./mailer.ts";

/** How long the mail service may take to answer. */
export const SEND_TIMEOUT: Millis = 10 * SECOND;

/** Answers that say that the mail itself is wrong. Anything else may pass: a quota, a key that gets mended, a bad day. */
const FINAL_STATUS: readonly number[] = [400, 413, 422];
/** 422 as well, but about our own address in the configuration. */
const FIXABLE = "invalid_from_address";
/** The key was used before, with other words in the mail: that one left. */
const ALREADY_SENT = "invalid_idempotent_request";

const Sent = z.object({ id: z.string() });
const Refusal = z.object({
  name: z.catch(z.string(), "unknown"),
  message: z.catch(z.string(), ""),
  statusCode: z.catch(z.nullable(z.number()), null),
});

/**
 * Sends through Resend. The SDK is loaded with the first mail, so that functions which send none don't pay for it, and
 * reads `RESEND_BASE_URL` itself. Its `{ data, error }` is never taken on trust: what counts as sent has an id.
 */
export function createResendMailer(options: {
  readonly apiKey: string;
  readonly from: string;
  readonly timeout?: Millis;
}): Mailer {
  const { apiKey, from, timeout = SEND_TIMEOUT } = options;
  return {
    async send(mail) {
      try {
        const { Resend } = await import("resend");
        const answer = await new Resend(apiKey).emails.send(payloadOf(mail, from), {
          idempotencyKey: mail.id,
          signal: AbortSignal.timeout(timeout),
        });
        return resultOf(answer);
      } catch (cause) {
        return failed(true, cause instanceof Error ? cause.message : "unknown failure");
      }
    },
  };
}

function payloadOf(mail: OutgoingMail, from: string) {
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers },
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    ...(mail.attachments === undefined
      ? {}
      : {
          attachments: mail.attachments.map(({ filename, content, contentType }) => ({
            filename,
            content: Buffer.from(content).toString("base64"),
            contentType,
          })),
        }),
  };
}

function resultOf(answer: { readonly data: unknown; readonly error: unknown }): SendResult {
  const refusal = z.safeParse(Refusal, answer.error);
  if (!refusal.success) {
    const sent = z.safeParse(Sent, answer.data).success;
    return sent ? { ok: true } : failed(true, "the mail service answered something else than an id");
  }
  const { name, message, statusCode } = refusal.data;
  if (name === ALREADY_SENT) return { ok: true };
  const final = statusCode !== null && FINAL_STATUS.includes(statusCode) && name !== FIXABLE;
  return failed(!final, `${name} (${String(statusCode)}): ${message}`);
}

function failed(retry: boolean, error: string): SendResult {
  return { ok: false, retry, error };
}
