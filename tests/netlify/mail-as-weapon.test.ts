import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { retry } from "../../netlify/schedule/retry.ts";
import {
  GROUPED_MAILS_A_DAY,
  GROUPED_MAILS_EVERY_MINUTES,
  MAILBOXES_AN_HOUR,
  UNCONFIRMED_MAILS_AN_HOUR,
} from "../../src/domain/kernel/limits.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/domain/kernel/time.ts";
import { COMMENT, HELPER, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

const VICTIM = "victima@example.org";
const ELSEWHERE = "198.51.100.9";
/** As many as the rate of links lets through. */
const EDITS = 100;
/** Between one change and the next, all of them within ten minutes. */
const APART = 2 * SECOND;

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
});
afterEach(() => {
  site.stop();
});

/** What one form was answered, from a visitor with this address. */
async function sendFrom(ip: string, path: string, fields: Fields): Promise<number> {
  const headers = { "content-type": "application/json" };
  const answer = await site.request(path, { method: "POST", body: JSON.stringify(fields), headers, ip });
  return answer.status;
}

function mailsTo(to: string): string[] {
  return site
    .mails()
    .filter((mail) => mail.to === to)
    .map((mail) => mail.text)
    .reverse();
}

/** An open favour, with an offer that its poster was told of. */
async function favourWithOffer(): Promise<{ job: string; poster: string; helper: string }> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const poster = site.token(POSTER);
  await site.send(`/api/jobs/${String(body["id"])}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  return { job: String(body["id"]), poster, helper: site.token(HELPER) };
}

async function minutes(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    site.clock.now += MINUTE;
    await retry(site.services);
  }
}

describe("somebody else's address in a form", () => {
  it("fifty times: few letters arrive, and its owner's own link comes at once", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const form: readonly [string, Fields] =
        n % 2 === 0
          ? ["/api/jobs", { ...JOB, title: `Favor número ${n}` }]
          : ["/api/comments", { ...COMMENT, text: `Comentario número ${n}` }];
      statuses.push(await sendFrom(ELSEWHERE, form[0], { ...form[1], email: VICTIM }));
    }
    expect(new Set(statuses)).toEqual(new Set([202]));
    const flood = mailsTo(VICTIM).length;
    expect(flood).toBeLessThan(UNCONFIRMED_MAILS_AN_HOUR);

    const own = {
      ...JOB,
      description: "Hay que podar dos olivos viejos y llevar las ramas al punto limpio.",
    };
    expect((await site.send("/api/jobs", { ...own, email: VICTIM })).status).toBe(202);
    expect(mailsTo(VICTIM)).toHaveLength(flood + 1);
    const confirmed = await site.send(`/api/links/${site.token(VICTIM)}`, { action: "confirm" });
    expect(confirmed).toMatchObject({ status: 200, body: { state: "open" } });
    expect(mailsTo(VICTIM).length).toBeGreaterThan(flood + 1);

    const before = mailsTo(VICTIM).length;
    for (let hour = 0; hour < 60; hour += 1) {
      site.clock.now += HOUR;
      await retry(site.services);
    }
    expect(mailsTo(VICTIM).length - before).toBe(2);
  });

  it("written in many ways is one mailbox", async () => {
    for (let n = 0; n < 12; n += 1) {
      expect(
        await sendFrom(ELSEWHERE, "/api/contact", {
          ...MESSAGE,
          message: `Mensaje número ${n}`,
          email: `vic.tima+${n}@${n % 2 === 0 ? "gmail.com" : "googlemail.com"}`,
        }),
      ).toBe(202);
    }
    const arrived = site.mails().filter(({ to }) => to.startsWith("vic.tima+"));
    expect(arrived.length).toBeLessThanOrEqual(UNCONFIRMED_MAILS_AN_HOUR);
  });
});

describe("one visitor", () => {
  const forms = (n: number): readonly [string, Fields] => {
    const email = `persona${n}@example.org`;
    const all: readonly (readonly [string, Fields])[] = [
      ["/api/jobs", { ...JOB, email }],
      ["/api/comments", { ...COMMENT, email }],
      ["/api/contact", { ...MESSAGE, email }],
    ];
    return all[n % all.length] ?? ["", {}];
  };

  it("has letters sent to five mailboxes an hour, whatever the form; nothing typed is lost", async () => {
    for (let n = 0; n < MAILBOXES_AN_HOUR; n += 1) {
      const [path, fields] = forms(n);
      expect((await site.send(path, fields)).status).toBe(202);
    }
    const before = site.mails().length;
    for (const n of [5, 6, 7]) {
      const [path, fields] = forms(n);
      const refused = await site.send(path, fields);
      expect(refused).toMatchObject({ status: 429, body: { code: "tooManyMailboxes" } });
      expect(refused.body["message"]).toContain(String(MAILBOXES_AN_HOUR));
      expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    }
    const [path, fields] = forms(8);
    const page = await site.submit(path, fields);
    expect(page.status).toBe(429);
    expect(await page.text()).toContain(fields["message"] ?? "nothing");
    expect(site.mails()).toHaveLength(before);

    const known = { ...MESSAGE, email: "Persona0+otra@example.org" };
    expect((await site.send("/api/contact", known)).status).toBe(202);
    expect(await sendFrom(ELSEWHERE, ...forms(5))).toBe(202);
    site.clock.now += HOUR;
    expect((await site.send(...forms(5))).status).toBe(202);
  });

  it("may mistype as often as it happens", async () => {
    for (let n = 0; n < 9; n += 1) {
      const { status } = await site.send("/api/jobs", {
        ...JOB,
        title: "",
        email: `persona${n}@example.org`,
      });
      expect(status).toBe(422);
    }
    expect((await site.send("/api/jobs", JOB)).status).toBe(202);
  });

  it("has no such limit where limits are off", async () => {
    site.stop();
    site = await createTestSite({ limits: false });
    for (let n = 0; n < 12; n += 1) expect((await site.send(...forms(n))).status).toBe(202);
  });

  it("who is remembered with an address is not counted", async () => {
    await site.send("/api/jobs", JOB);
    const confirm = { action: "confirm", remember: "on" };
    const { headers } = await site.send(`/api/links/${site.token(POSTER)}`, confirm);
    const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
    site.clock.now += HOUR;
    for (let n = 0; n < MAILBOXES_AN_HOUR; n += 1) {
      expect((await site.send(...forms(n))).status).toBe(202);
    }
    expect((await site.send("/api/contact", { ...MESSAGE, email: POSTER }, { cookie })).status).toBe(202);
    const stranger = { ...MESSAGE, message: "Lo mismo, desde otro navegador.", email: POSTER };
    expect((await site.send("/api/contact", stranger)).status).toBe(429);
  });
});

// Grouping letters is no limit: it stays where limits are off.
describe.each([true, false])("what one person changes again and again (limits: %s)", (limits) => {
  beforeEach(async () => {
    site.stop();
    site = await createTestSite({ limits });
  });

  it("an offer edited a hundred times: its poster gets few letters, the last with the newest text", async () => {
    const { helper } = await favourWithOffer();
    const before = mailsTo(POSTER).length;
    for (let n = 1; n <= EDITS; n += 1) {
      site.clock.now += APART;
      const edit = { ...OFFER, action: "edit", message: `Lo hago el jueves, versión ${n}.` };
      expect((await site.send(`/api/links/${helper}`, edit)).status).toBe(200);
    }
    expect(mailsTo(POSTER)).toHaveLength(before);
    await minutes(GROUPED_MAILS_EVERY_MINUTES + 1);
    const told = mailsTo(POSTER).slice(before);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(GROUPED_MAILS_A_DAY);
    expect(told.at(-1)).toContain(`versión ${EDITS}`);
  });

  it("offering, taking back and offering again: five letters a day", async () => {
    const { job } = await favourWithOffer();
    const before = mailsTo(POSTER).length;
    for (let n = 0; n < 8; n += 1) {
      await site.send(`/api/links/${site.token(HELPER)}`, { action: "withdraw" });
      await site.send(`/api/jobs/${job}/offers`, { ...OFFER, message: `Otra vez me ofrezco, ${n}.` });
      await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
      site.clock.now += HOUR;
      await retry(site.services);
    }
    expect(mailsTo(POSTER).length - before).toBeLessThanOrEqual(GROUPED_MAILS_A_DAY);
  });

  it("a favour edited again and again: its helper is asked once, and again when ten minutes have gone by", async () => {
    const { poster, helper } = await favourWithOffer();
    const before = mailsTo(HELPER).length;
    for (let n = 0; n < 12; n += 1) {
      await site.send(`/api/links/${poster}`, { ...JOB, action: "edit", title: `Ayuda con mi boletín ${n}` });
      await site.send(`/api/links/${helper}`, { action: "reconfirm" });
      site.clock.now += APART;
    }
    expect(mailsTo(HELPER).length - before).toBe(1);
    await minutes(GROUPED_MAILS_EVERY_MINUTES + 1);
    expect(mailsTo(HELPER).length - before).toBe(2);
    expect(mailsTo(HELPER).at(-1)).toContain("boletín 11");
  });

  it("what it ends with is told at once, and what waited is not told any more", async () => {
    const { poster, helper } = await favourWithOffer();
    for (let n = 0; n < 4; n += 1) {
      await site.send(`/api/links/${poster}`, { ...JOB, action: "edit", title: `Ayuda con mi boletín ${n}` });
      await site.send(`/api/links/${helper}`, { action: "reconfirm" });
      site.clock.now += APART;
    }
    const before = mailsTo(HELPER).length;
    await site.send(`/api/links/${poster}`, { action: "withdraw", reason: "ya-no" });
    expect(mailsTo(HELPER)).toHaveLength(before + 1);
    site.clock.now += DAY;
    await retry(site.services);
    expect(mailsTo(HELPER)).toHaveLength(before + 1);
  });
});
