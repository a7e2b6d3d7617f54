import { afterEach, expect, it, vi } from "vitest";
import { retry } from "../../netlify/schedule/retry.ts";
import { BOUNCED_DAYS, COMPLAINED_DAYS, MAIL_NEWS_LIMIT } from "../../src/domain/kernel/limits.ts";
import { DAY, MINUTE } from "../../src/domain/kernel/time.ts";
import { API } from "../../src/urls.ts";
import { mailEvent, NEWS_SECRET, signedNews } from "../support/builders/mail-service-events.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { JOB, POSTER } from "../support/site/forms.ts";
import { createTestSite, type TestSite } from "../support/site/test-site.ts";

afterEach(() => vi.restoreAllMocks());

/** The event as if it happened just now. */
function newsOf(site: TestSite, type: string, data: Record<string, unknown> = {}): string {
  const createdAt = new Date(site.clock.now).toISOString();
  return JSON.stringify(mailEvent(type, { to: [POSTER], ...data }, { created_at: createdAt }));
}

async function tell(site: TestSite, type: string, data: Record<string, unknown> = {}): Promise<number> {
  return (await site.request(API.resend, signedNews(newsOf(site, type, data)))).status;
}

/** Asks for a favour, and says whether the letter that confirms it left. */
async function asksAgain(site: TestSite): Promise<boolean> {
  const before = site.mails().length;
  expect((await site.send("/api/jobs", JOB)).status).toBe(202);
  await retry(site.services);
  return site.mails().length > before;
}

describeOnBoth("what the mail service tells", (transport) => {
  async function site(): Promise<TestSite> {
    const store = await transport.freshStore();
    return createTestSite({ store, env: { RESEND_WEBHOOK_SECRET: NEWS_SECRET }, limits: false });
  }

  it("after a hard bounce nothing is sent to the address until it is tried again", async () => {
    const opened = await site();
    expect(await asksAgain(opened)).toBe(true);
    expect(await tell(opened, "email.bounced")).toBe(200);
    expect(await asksAgain(opened)).toBe(false);
    expect(await opened.store.deadMails(10)).toMatchObject([
      { to: POSTER, attempts: 1, error: "not sent: the mailbox bounced before" },
    ]);
    // Given up is given up: nobody tries it again later.
    opened.clock.now += (BOUNCED_DAYS + 1) * DAY;
    expect(await retry(opened.services)).toMatchObject({ mails: 0 });
    expect(await asksAgain(opened)).toBe(true);
    opened.stop();
  });

  it("after a complaint it stays so for longer, and no bounce shortens it", async () => {
    const opened = await site();
    expect(await tell(opened, "email.complained")).toBe(200);
    expect(await tell(opened, "email.bounced")).toBe(200);
    opened.clock.now += (BOUNCED_DAYS + 1) * DAY;
    expect(await asksAgain(opened)).toBe(false);
    opened.clock.now += (COMPLAINED_DAYS - BOUNCED_DAYS) * DAY;
    expect(await asksAgain(opened)).toBe(true);
    opened.stop();
  });

  it("what is told twice changes nothing more, and no address stands in a key", async () => {
    const opened = await site();
    const first = signedNews(newsOf(opened, "email.complained"));
    await opened.request(API.resend, first);
    const kept = await transport.contents();
    expect(Object.keys(kept)).toEqual([expect.stringMatching(/^complained:[\w-]{43}$/)]);
    opened.clock.now += MINUTE;
    expect((await opened.request(API.resend, first)).status).toBe(200);
    expect(await transport.contents()).toEqual(kept);
    expect(JSON.stringify(kept)).not.toContain("@");
    opened.stop();
  });

  it("what the owner takes off the service's list is written to again at once", async () => {
    const opened = await site();
    await tell(opened, "email.complained");
    await tell(opened, "email.bounced");
    expect(await tell(opened, "suppression.removed", { email: POSTER, origin: "bounce" })).toBe(200);
    expect(await transport.contents()).toEqual({});
    expect(await asksAgain(opened)).toBe(true);
    opened.stop();
  });

  it("a soft bounce and what else there is to tell do nothing", async () => {
    const opened = await site();
    const soft = { bounce: { message: "full", subType: "MailboxFull", type: "Transient" } };
    expect(await tell(opened, "email.bounced", soft)).toBe(200);
    expect(await tell(opened, "email.delivered")).toBe(200);
    expect(await transport.contents()).toEqual({});
    opened.stop();
  });

  it("a bounce of a tagged address silences nobody else", async () => {
    const opened = await site();
    await tell(opened, "email.bounced", { to: [POSTER.replace("@", "+nadie@")] });
    expect(await asksAgain(opened)).toBe(true);
    opened.stop();
  });

  it("what is not signed is refused, always with the same answer, and changes nothing", async () => {
    const opened = await site();
    const body = newsOf(opened, "email.complained");
    const good = signedNews(body);
    const other = newsOf(opened, "email.complained", { to: ["otra@example.org"] });
    const refused = [
      { ...good, headers: { "content-type": "application/json" } },
      { ...good, headers: { ...good.headers, "svix-signature": "v1,AAAA" } },
      { ...good, headers: { ...good.headers, "svix-id": "msg_2" } },
      { ...good, body: `${body} ` },
      { ...good, body: other },
      signedNews(body, { secret: `whsec_${Buffer.from("another").toString("base64")}` }),
      signedNews(body, { at: Date.now() - 6 * MINUTE }),
      signedNews(body, { at: Date.now() + 6 * MINUTE }),
      signedNews("no JSON"),
    ];
    const answers = await Promise.all(refused.map((init) => opened.request(API.resend, init)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect([...texts].join()).not.toContain("@");
    expect(await transport.contents()).toEqual({});
    opened.stop();
  });

  it("a GET is none of its methods, and too large is too large", async () => {
    const opened = await site();
    expect((await opened.request(API.resend)).status).toBe(405);
    const large = signedNews(JSON.stringify({ text: "a".repeat(MAIL_NEWS_LIMIT) }));
    expect((await opened.request(API.resend, large)).status).toBe(413);
    opened.stop();
  });
});

it("where no secret is set nothing is taken, and the log says why", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const site = await createTestSite();
  expect(await tell(site, "email.complained")).toBe(400);
  expect(log.mock.calls.join()).toContain("RESEND_WEBHOOK_SECRET");
  expect(log.mock.calls.join()).not.toContain("@");
  site.stop();
});

it("while the store is down the service is asked to come again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const env = { RESEND_WEBHOOK_SECRET: NEWS_SECRET, UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9" };
  const site = await createTestSite({ env });
  expect(await tell(site, "email.complained")).toBe(503);
  site.stop();
});
