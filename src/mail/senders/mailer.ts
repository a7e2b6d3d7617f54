import type { RenderedMail } from "../render.ts";

export interface OutgoingMail extends RenderedMail {
  /** The event's id: the same mail sent again under it arrives once. */
  readonly id: string;
  readonly to: string;
}

/** How sending went. `retry: false`: it will never be taken like this. */
export type SendResult =
  { readonly ok: true } | { readonly ok: false; readonly retry: boolean; readonly error: string };

export interface Mailer {
  /** Never throws for what the mail service does or fails to do. */
  send(mail: OutgoingMail): Promise<SendResult>;
}
