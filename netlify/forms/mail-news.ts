import { MAIL_NEWS_LIMIT } from "../../src/domain/kernel/limits.ts";
import { mailNewsOf, suppressedName } from "../../src/domain/people/suppression.ts";
import { readBytes } from "../http/body.ts";
import { reportFailure } from "../http/report.ts";
import { jsonResponse } from "../http/responses.ts";
import type { Handler } from "./deps.ts";
import { PROGRAM, refuseRequest } from "./refuse.ts";
import { resource } from "./resource.ts";

/** The headers that a signature needs, all of them or none. */
interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** Whatever is not signed gets one answer, which says nothing of addresses or of what is set up here. */
const takeMailNews: Handler = async (request, { store, signer, config, now }) => {
  const refused = refuseRequest("unreadable", PROGRAM);
  const headers = signatureOf(request.headers);
  if (headers === null) return refused;
  if (config.mailNewsSecret === null) {
    reportFailure("mail news: RESEND_WEBHOOK_SECRET", new Error("it is not set"));
    return refused;
  }
  const body = await readBytes(request, MAIL_NEWS_LIMIT);
  if (body === null) return refused;
  if (body.isCut) return refuseRequest("tooLarge", PROGRAM);

  const event = await verified(Buffer.from(body.bytes).toString("utf8"), headers, config.mailNewsSecret);
  if (event === null) return refused;
  const news = mailNewsOf(event.value, now());
  const hashOf = (why: "bounced" | "complained", email: string): string =>
    signer.addressId(suppressedName(why, email));
  if (news?.type === "silence") await store.suppress(hashOf(news.why, news.email), news, now());
  else if (news?.type === "lift") {
    const { email } = news;
    await store.liftSuppressions({
      bounced: hashOf("bounced", email),
      complained: hashOf("complained", email),
    });
  }
  return jsonResponse(200, { ok: true });
};

function signatureOf(headers: Headers): Signed | null {
  const [id, timestamp, signature] = ["svix-id", "svix-timestamp", "svix-signature"].map((name) =>
    headers.get(name),
  );
  return id && timestamp && signature ? { id, timestamp, signature } : null;
}

/** What was signed, within the last five minutes; null: it was not, or is no JSON. The SDK is loaded when there is a signature to check. */
async function verified(
  payload: string,
  headers: Signed,
  webhookSecret: string,
): Promise<{ readonly value: unknown } | null> {
  const { Resend } = await import("resend");
  try {
    // It wants a key though checking a signature needs none.
    return { value: new Resend("none").webhooks.verify({ payload, headers, webhookSecret }) };
  } catch {
    return null;
  }
}

/** `/api/resend`: what the mail service tells of letters that came back. */
export const mailNews = resource({ POST: takeMailNews });
