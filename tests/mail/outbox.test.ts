import { beforeEach, describe, expect, test } from "vitest";
import type { MailEvent } from "../../src/domain/records/mail-event.ts";
import { DAY, HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import type { Mailer, OutgoingMail, SendResult } from "../../src/mail/senders/mailer.ts";
import type { RenderedMail } from "../../src/mail/render.ts";
import { createOutbox, type OutboxParts } from "../../src/mail/outbox.ts";
import { createMapStore } from "../support/host/map-store.ts";

const START = 1_800_000_000_000 - (1_800_000_000_000 % HOUR);
const rendered: RenderedMail = { subject: "s", text: "t", html: "<p>t</p>", headers: {} };

let now = START;
let answer: SendResult;
let arrived: OutgoingMail[];
let outbox = createMapStore();
let problems: string[];

const mailer: Mailer = {
  send(mail) {
    if (answer.ok) arrived.push(mail);
    return Promise.resolve(answer);
  },
};

function open(parts: Partial<OutboxParts> = {}) {
  return createOutbox({
    store: outbox.store,
    mailer,
    render: () => rendered,
    now: () => now,
    mailsPerHour: 5,
    addressKey: (email) => `key of ${email.toLowerCase()}`,
    report: (problem) => problems.push(problem),
    ...parts,
  });
}

function add(n: number, to = "ana@ejemplo.es"): string {
  const link = { id: `aaaaaaaaaaaaaaaaaaa${String.fromCharCode(97 + n)}`, version: 1 };
  const event: MailEvent = { id: `confirmJob/${link.id}/1`, name: "confirmJob", to, data: { link } };
  outbox.add(event, now);
  return event.id;
}

beforeEach(() => {
  now = START;
  answer = { ok: true };
  arrived = [];
  problems = [];
  outbox = createMapStore();
});

describe("a mail that is committed", () => {
  test("arrives once, however often it is delivered", async () => {
    const id = add(0);
    const sender = open();
    await Promise.all([sender.deliver([id]), sender.deliver([id, id])]);
    await sender.deliver([id]);
    expect(arrived).toEqual([{ ...rendered, id, to: "ana@ejemplo.es" }]);
    expect(outbox.sent).toEqual([id]);
  });

  test("is rendered as of when it came into the outbox, on every attempt", async () => {
    const id = add(0);
    const times: number[] = [];
    const sender = open({
      render: (_, at) => {
        times.push(at);
        return rendered;
      },
    });
    answer = { ok: false, retry: true, error: "down" };
    await sender.deliver([id]);
    now += DAY;
    await sender.deliverDue(10);
    expect(times).toEqual([START, START]);
  });
});

describe("while the mail service is down", () => {
  beforeEach(() => {
    answer = { ok: false, retry: true, error: "500" };
  });

  test("it is tried again after 1, 5, 15 and 60 minutes, then ever more rarely, for 72 hours", async () => {
    const id = add(0);
    const sender = open({ mailsPerHour: null });
    const waits: number[] = [];
    await sender.deliver([id]);
    while (outbox.deadLetter(id) === null) {
      const due = outbox.dueAt(id) ?? Infinity;
      expect(due).toBeGreaterThan(now);
      waits.push((due - now) / MINUTE);
      now = due;
      await sender.deliverDue(10);
    }
    expect(waits.slice(0, 5)).toEqual([1, 5, 15, 60, 180]);
    expect(now).toBe(START + 72 * HOUR);
    expect(outbox.deadLetter(id)).toBe("500");
  });

  test("it arrives once it is back", async () => {
    const id = add(0);
    const sender = open();
    await sender.deliver([id]);
    expect(await sender.deliverDue(10)).toBe(0);
    answer = { ok: true };
    now += MINUTE;
    expect(await sender.deliverDue(10)).toBe(1);
    expect(await sender.deliverDue(10)).toBe(0);
    expect(arrived.map((mail) => mail.id)).toEqual([id]);
  });

  test("a round gives up after a few failures and leaves the rest due", async () => {
    for (let n = 0; n < 20; n += 1) add(n, `persona${String(n)}@ejemplo.es`);
    await open().deliverDue(100);
    expect(await outbox.store.dueMails(now, 100)).not.toHaveLength(0);
    expect(problems.length).toBeLessThan(10);
  });

  test("what is said about it holds no address", async () => {
    const id = add(0);
    await open().deliver([id]);
    expect(problems.join()).not.toContain("@");
  });
});

describe("a mail that can't succeed", () => {
  test("becomes a dead letter at once and doesn't hold up the others", async () => {
    answer = { ok: false, retry: false, error: "422" };
    const ids = Array.from({ length: 8 }, (_, n) => add(n, `persona${String(n)}@ejemplo.es`));
    await open().deliver(ids);
    expect(ids.map((id) => outbox.deadLetter(id))).toEqual(ids.map(() => "422"));
  });
});

describe("a mailbox that nothing may be sent to", () => {
  test("gets nothing: the mail is a dead letter at once, took nobody's turn and is no failure", async () => {
    outbox.suppressed.set("key of ana@ejemplo.es", "complained");
    const ids = Array.from({ length: 6 }, (_, n) => add(n, "Ana+lista@ejemplo.es"));
    const other = add(6);
    outbox.suppressed.set("key of luis@ejemplo.es", "bounced");
    const tagged = add(7, "luis+x@ejemplo.es");
    await open({ mailsPerHour: 1 }).deliver([...ids, other, tagged]);
    expect(arrived.map(({ to }) => to)).toEqual(["luis+x@ejemplo.es"]);
    expect([...ids, other].map((id) => outbox.deadLetter(id))).toEqual(
      Array.from({ length: 7 }, () => "not sent: the mailbox complained before"),
    );
    expect(problems).toEqual([]);
  });
});

describe("an address that nobody confirmed", () => {
  test("gets five mails an hour; what comes after waits for the next", async () => {
    const ids = Array.from({ length: 12 }, (_, n) =>
      add(n, n % 2 === 0 ? "ana@ejemplo.es" : "ANA@ejemplo.es"),
    );
    const sender = open();
    now += 20 * MINUTE;
    await sender.deliver(ids);
    expect(arrived).toHaveLength(5);
    await sender.deliverDue(100);
    expect(arrived).toHaveLength(5);
    now = START + HOUR;
    await sender.deliverDue(100);
    expect(arrived).toHaveLength(10);
    now = START + 2 * HOUR;
    await sender.deliverDue(100);
    expect(new Set(arrived.map((mail) => mail.id)).size).toBe(12);
  });

  test("has no limit where limits are off", async () => {
    const ids = Array.from({ length: 12 }, (_, n) => add(n));
    await open({ mailsPerHour: null }).deliver(ids);
    expect(arrived).toHaveLength(12);
  });

  test("doesn't slow down mails about what was confirmed", async () => {
    const job = { id: "aaaaaaaaaaaaaaaaaaaa", title: "Un favor" };
    const link = { id: job.id, version: 1 };
    const events = Array.from({ length: 9 }, (_, n): MailEvent => {
      return {
        id: `jobHeld/${job.id}/${String(n)}`,
        name: "jobHeld",
        to: "ana@ejemplo.es",
        data: { link, job },
      };
    });
    for (const event of events) outbox.add(event, now);
    await open().deliver(events.map((event) => event.id));
    expect(arrived).toHaveLength(9);
  });
});

describe("nothing is thrown", () => {
  const broken = () => Promise.reject(new Error("store down"));

  test.each([
    ["the store is down", { store: { ...createMapStore().store, claimMail: broken, dueMails: broken } }],
    ["the mailer breaks", { mailer: { send: () => Promise.reject(new Error("bug")) } }],
    [
      "rendering breaks",
      {
        render: () => {
          throw new Error("bug");
        },
      },
    ],
  ])("when %s", async (_, parts: Partial<OutboxParts>) => {
    const id = add(0);
    await expect(open(parts).deliver([id])).resolves.toBeUndefined();
    expect(problems).toHaveLength(1);
    await expect(open(parts).deliverDue(5)).resolves.toBe(0);
    expect(outbox.sent).toEqual([]);
  });

  test("when the store goes down after the mail left: it is sent again under the same id", async () => {
    const id = add(0);
    let down = true;
    const store = {
      ...outbox.store,
      mailSent: (which: string) => (down ? broken() : outbox.store.mailSent(which, now)),
    };
    await open({ store }).deliver([id]);
    down = false;
    now += 2 * MINUTE;
    expect(await open({ store }).deliverDue(5)).toBe(1);
    expect(arrived.map((mail) => mail.id)).toEqual([id, id]);
    expect(outbox.sent).toEqual([id]);
  });
});
