import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { MailEvent } from "../../src/domain/records/mail-event.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import type { OutgoingMail } from "../../src/mail/senders/mailer.ts";
import { createOutbox } from "../../src/mail/outbox.ts";
import { createResendMailer } from "../../src/mail/senders/resend.ts";
import { type Behaviour, startMailService } from "../support/host/mail-service.ts";
import { createMapStore } from "../support/host/map-store.ts";

const MAIL: OutgoingMail = {
  id: "jobHeld/aaaaaaaaaaaaaaaaaaaa/1",
  to: "ana@ejemplo.es",
  subject: "Tu favor está en revisión",
  text: "Hola, ñandú",
  html: "<p>Hola, ñandú</p>",
  headers: { "Auto-Submitted": "auto-generated" },
  replyTo: "luis@ejemplo.es",
  attachments: [{ filename: "favor.ics", content: "BEGIN:VCALENDAR ñ", contentType: "text/calendar" }],
};

let service: Awaited<ReturnType<typeof startMailService>>;

beforeAll(async () => {
  service = await startMailService();
});
beforeEach(() => {
  // The SDK reads its base URL when it is loaded: a fresh copy sees this one.
  vi.resetModules();
  vi.stubEnv("RESEND_BASE_URL", service.url);
  service.requests.length = 0;
  service.delivered.clear();
  service.behave("accept");
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => service.stop());

const mailer = () =>
  createResendMailer({ apiKey: "re_test", from: "Makethejobs <hola@makethejobs.com>", timeout: 300 });

describe("a mail that the service takes", () => {
  test("carries everything, with the event as idempotency key", async () => {
    expect(await mailer().send(MAIL)).toEqual({ ok: true });
    expect(service.requests).toEqual([
      {
        key: MAIL.id,
        authorization: "Bearer re_test",
        body: expect.objectContaining({
          from: "Makethejobs <hola@makethejobs.com>",
          to: "ana@ejemplo.es",
          subject: MAIL.subject,
          text: MAIL.text,
          html: MAIL.html,
          reply_to: "luis@ejemplo.es",
          headers: { "Auto-Submitted": "auto-generated" },
          attachments: [
            expect.objectContaining({
              filename: "favor.ics",
              content: Buffer.from("BEGIN:VCALENDAR ñ").toString("base64"),
              content_type: "text/calendar",
            }),
          ],
        }) as unknown,
      },
    ]);
  });

  test("counts as sent when the same key went out before with other words", async () => {
    await mailer().send(MAIL);
    expect(await mailer().send({ ...MAIL, text: "Hola de nuevo" })).toEqual({ ok: true });
    expect(service.delivered.size).toBe(1);
  });
});

describe("a failure is never taken for success", () => {
  test.each<[Behaviour, boolean]>([
    ["error500", true],
    ["quota429", true],
    ["garbage", true],
    ["emptyAnswer", true],
    ["nullError", true],
    ["hang", true],
    ["hangUp", true],
    ["invalid422", false],
  ])("%s (worth another try: %s)", async (behaviour, retry) => {
    service.behave(behaviour);
    expect(await mailer().send(MAIL)).toEqual({ ok: false, retry, error: expect.any(String) as unknown });
    expect(service.delivered.size).toBe(0);
  });

  test("nobody listens there (worth another try)", async () => {
    vi.stubEnv("RESEND_BASE_URL", "http://127.0.0.1:1");
    expect(await mailer().send(MAIL)).toMatchObject({ ok: false, retry: true });
  });
});

describe("through the outbox", () => {
  const job = { id: "aaaaaaaaaaaaaaaaaaaa", title: "Un favor" };
  const event: MailEvent = {
    id: MAIL.id,
    name: "jobHeld",
    to: MAIL.to,
    data: { link: { id: job.id, version: 1 }, job },
  };

  async function sendWith(bad: Behaviour) {
    let now = 1_800_000_000_000;
    const outbox = createMapStore();
    outbox.add(event, now);
    const sender = createOutbox({
      store: outbox.store,
      mailer: mailer(),
      render: () => MAIL,
      now: () => now,
      mailsPerHour: 5,
      addressKey: String,
      report: () => undefined,
    });
    service.behave(bad);
    await sender.deliver([event.id]);
    service.behave("accept");
    now += MINUTE;
    await sender.deliverDue(10);
    await sender.deliverDue(10);
    return outbox;
  }

  test.each<Behaviour>(["error500", "quota429", "hang", "hangUp", "hangAfterTaking", "garbage"])(
    "after %s the mail arrives once, under the same key",
    async (bad) => {
      const outbox = await sendWith(bad);
      expect(outbox.sent).toEqual([event.id]);
      expect([...service.delivered.keys()]).toEqual([event.id]);
      expect(service.requests.map((request) => request.key)).toEqual([event.id, event.id]);
    },
  );

  test("what the service will never take is given up at once", async () => {
    const outbox = await sendWith("invalid422");
    expect(outbox.deadLetter(event.id)).toContain("validation_error");
    expect(service.requests).toHaveLength(1);
  });
});
