import { createHmac } from "node:crypto";

/** What the mail service signs with in tests, in the shape of a real one. */
export const NEWS_SECRET = `whsec_${Buffer.from("a secret of the mail service").toString("base64")}`;

/** An event of the mail service in the shape that its documentation shows, about an address of nobody. */
export function mailEvent(
  type: string,
  data: Readonly<Record<string, unknown>> = {},
  envelope: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const bounce = {
    message: "The recipient's email address is on the suppression list because it bounced before.",
    subType: "Suppressed",
    type: "Permanent",
  };
  return {
    type,
    created_at: "2026-11-20T09:00:00.000Z",
    data: {
      broadcast_id: "00000000-0000-4000-8000-000000000001",
      created_at: "2026-11-20T08:59:58.000000+00:00",
      email_id: "00000000-0000-4000-8000-000000000002",
      message_id: "<00000000@example.org>",
      from: "Makethejobs <hola@example.org>",
      to: ["nadie@example.org"],
      subject: "Confirma tu favor",
      tags: { category: "confirm" },
      ...(type === "email.bounced" ? { bounce } : {}),
      ...data,
    },
    ...envelope,
  };
}

interface Signing {
  readonly secret?: string;
  readonly at?: number;
  readonly id?: string;
}

/** A request as the service sends it: signed over its id, the second and every byte of the body. */
export function signedNews(
  body: string,
  { secret = NEWS_SECRET, at = Date.now(), id = "msg_1" }: Signing = {},
): { method: string; body: string; headers: Record<string, string> } {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": timestamp,
      "svix-signature": `v1,${signature}`,
    },
  };
}
