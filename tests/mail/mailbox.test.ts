import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMailbox, type Mailbox } from "../../src/mail/senders/mailbox.ts";

let folder: string;
let mailbox: Mailbox;
let now = Date.UTC(2026, 4, 1, 10);

const mail = (id: string) => ({
  id,
  to: "ana@ejemplo.es",
  subject: `Asunto de ${id}`,
  text: "Hola",
  html: "<p>Hola</p>",
  headers: { "Auto-Submitted": "auto-generated" },
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mailbox-"));
  mailbox = createMailbox(join(folder, "data", "mailbox.sqlite"), () => now);
});
afterEach(() => {
  mailbox.close();
  rmSync(folder, { recursive: true });
});

describe("the local mailbox", () => {
  test("lists what it took, newest first", async () => {
    await mailbox.send(mail("a/1"));
    now -= 1000; // Even if the clock goes back.
    await mailbox.send({ ...mail("b/1"), replyTo: "luis@ejemplo.es" });
    const list = mailbox.list();
    expect(list.map((one) => one.id)).toEqual(["b/1", "a/1"]);
    expect(list[0]).toEqual({
      ...mail("b/1"),
      headers: { "Auto-Submitted": "auto-generated", "Reply-To": "luis@ejemplo.es" },
      attachments: [],
      createdAt: new Date(now).toISOString(),
    });
  });

  test("takes a mail once for each id", async () => {
    expect(await mailbox.send(mail("a/1"))).toEqual({ ok: true });
    expect(await mailbox.send({ ...mail("a/1"), text: "otra vez" })).toEqual({ ok: true });
    expect(mailbox.list().map((one) => one.text)).toEqual(["Hola"]);
  });

  test("keeps attachments, and keeps everything when it is opened again", async () => {
    const attachments = [{ filename: "favor.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" }];
    await mailbox.send({ ...mail("a/1"), attachments });
    const again = createMailbox(join(folder, "data", "mailbox.sqlite"));
    expect(again.list()[0]?.attachments).toEqual(attachments);
    again.close();
  });

  test("says so when it can't take one, so that it is tried again", async () => {
    const closed = createMailbox(join(folder, "other.sqlite"));
    closed.close();
    expect(await closed.send(mail("a/1"))).toMatchObject({ ok: false, retry: true });
  });
});
