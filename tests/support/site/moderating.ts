import type { Answer, Fields, TestSite } from "./test-site.ts";
import { gather } from "../../../netlify/forms/telling.ts";
import { MODERATOR } from "./test-site.ts";

/** What a moderator's browser sends along once they have signed in by the link in their mail. */
export interface Cookie extends Record<string, string> {
  readonly cookie: string;
}

export async function signedIn(site: TestSite, email = MODERATOR): Promise<Cookie> {
  await site.send("/api/session", { email });
  const answer = await site.send(`/api/links/${site.token(email)}`, { action: "signIn" });
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  return { cookie };
}

/** The moderators' letter about what they have not been told of, without waiting for its time. */
export async function tellNow({ services }: TestSite): Promise<void> {
  const unheard = await services.store.unheard();
  if (unheard.urgent + unheard.calm > 0) await services.outbox.deliver(await gather(services, unheard));
}

/** The token of the newest letter to a moderator, once they were told. */
export async function moderatorToken(site: TestSite): Promise<string> {
  await tellNow(site);
  return site.token(MODERATOR);
}

/** What stands at the desk, as its page names it. */
export async function named(
  site: TestSite,
  kind: "job" | "comment" | "mention",
  id: string,
): Promise<string> {
  const record = await site.store.read(kind, id);
  return `${id}:${String(record?.version)}`;
}

export function decide(site: TestSite, cookie: Cookie, fields: Fields): Promise<Answer> {
  return site.send("/api/moderation", fields, cookie);
}
