import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  GROUPED_MAILS_A_DAY,
  GROUPED_MAILS_EVERY_MINUTES,
  UNCONFIRMED_MAILS_AN_HOUR,
  UNCONFIRMED_MAILS_AN_HOUR_BY_ONE,
  WAITING_MAILS_BY_ONE,
} from "../../src/domain/kernel/limits.ts";
import type { MailEvent, MailTerms } from "../../src/domain/records/mail-event.ts";
import { DAY, HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import type { OutgoingMail, SendResult } from "../../src/mail/senders/mailer.ts";
import { createOutbox, type Outbox, type OutboxParts } from "../../src/mail/outbox.ts";
import { mailKey } from "../../src/store/passing-keys.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";
import { decision, idOf } from "../support/builders/records.ts";
import { describeOnBoth, type Transport } from "../support/host/transports.ts";

const START = 1_800_000_000_000 - (1_800_000_000_000 % HOUR) + 20 * MINUTE;
const VICTIM = "victima@ejemplo.es";
const EVERY = GROUPED_MAILS_EVERY_MINUTES * MINUTE;

let now: number;
let answer: SendResult;
let arrived: OutgoingMail[];
let problems: string[];
beforeEach(() => {
  now = START;
  answer = { ok: true };
  arrived = [];
  problems = [];
});

function open(store: RedisStore, parts: Partial<OutboxParts> = {}): Outbox {
  return createOutbox({
    store,
    mailer: {
      send(mail) {
        if (answer.ok) arrived.push(mail);
        return Promise.resolve(answer);
      },
    },
    render: (event) => ({ subject: event.name, text: JSON.stringify(event.data), html: "", headers: {} }),
    now: () => now,
    mailsPerHour: UNCONFIRMED_MAILS_AN_HOUR,
    addressKey: (email) => createHash("sha256").update(email).digest("base64url"),
    report: (problem) => problems.push(problem),
    ...parts,
  });
}

/** A letter that asks for a confirmation, as the form of a visitor commits it. */
function confirmMail(n: number, sender: string, terms: MailTerms = {}, to = VICTIM): MailEvent {
  const link = { id: idOf(n), version: 1 };
  const goodUntil = now + 48 * HOUR;
  return {
    id: `confirmJob/${link.id}/1`,
    name: "confirmJob",
    to,
    data: { link },
    sender,
    goodUntil,
    ...terms,
  };
}

/** News for a poster, about the version of an offer. */
function offerNews(version: number, name: "offerReceived" | "offerWithdrawn" = "offerReceived"): MailEvent {
  const job = { id: idOf(1), title: "Un favor" };
  const head = { id: `${name}/${idOf(7)}/${String(version)}`, to: "ana@ejemplo.es", group: "one-offer" };
  const about = { link: { id: job.id, version: 1 }, job, helper: "Luis" };
  return name === "offerWithdrawn"
    ? { ...head, name, data: about }
    : { ...head, name, data: { ...about, message: `Versión ${String(version)}`, reward: null } };
}

async function commitAndDeliver(store: RedisStore, outbox: Outbox, mail: MailEvent): Promise<void> {
  await store.commit(decision({ mails: [mail] }), now);
  await outbox.deliver([mail.id]);
}

const ids = (): string[] => arrived.map(({ id }) => id);

/** Every minute, as the scheduled function does. */
async function run(outbox: Outbox, until: number, step = 10 * MINUTE): Promise<void> {
  for (now += step; now <= until; now += step) await outbox.deliverDue(50);
  now = until;
  await outbox.deliverDue(50);
}

describeOnBoth("letters to somebody who confirmed nothing", (transport) => {
  it("a visitor's flood never delays another's link", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    const flood = Array.from({ length: 50 }, (_, n) => confirmMail(n, "attacker"));
    await store.commit(decision({ mails: flood }), now);
    await outbox.deliver(flood.map(({ id }) => id));
    expect(arrived).toHaveLength(UNCONFIRMED_MAILS_AN_HOUR_BY_ONE);

    const own = confirmMail(99, "owner");
    await commitAndDeliver(store, outbox, own);
    expect(ids()).toContain(own.id);
    expect(arrived).toHaveLength(UNCONFIRMED_MAILS_AN_HOUR);
  });

  it("of a visitor's flood two wait, the newest, and no more ever arrive", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    for (let n = 0; n < 12; n += 1, now += MINUTE) {
      await commitAndDeliver(store, outbox, confirmMail(n, "attacker"));
    }
    const first = [0, 1, 2, 3].map((n) => confirmMail(n, "").id);
    expect(ids()).toEqual(first);
    await run(outbox, START + 3 * DAY);
    expect([...ids()].sort()).toEqual([...first, ...[10, 11].map((n) => confirmMail(n, "").id)].sort());
    expect(await store.deadMails(10)).toEqual([]);
  });

  it("what was dropped leaves no contact data behind, and no letter arrives twice", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    const flood = Array.from({ length: 20 }, (_, n) => confirmMail(n, "attacker"));
    for (const mail of flood) await commitAndDeliver(store, outbox, mail);
    await run(outbox, START + 3 * HOUR);
    expect(JSON.stringify(await transport.contents())).not.toContain(VICTIM);
    expect(await store.dueMails(START + 30 * DAY, 100)).toEqual([]);
    const count = arrived.length;
    await store.commit(decision({ mails: flood.slice(0, UNCONFIRMED_MAILS_AN_HOUR_BY_ONE) }), now);
    await run(outbox, now + HOUR);
    expect(arrived).toHaveLength(count);
    expect(new Set(ids()).size).toBe(count);
  });

  it("a letter of one visitor takes no place of another's, nor of one to another mailbox", async () => {
    const store = await transport.freshStore();
    const outbox = open(store, { mailsPerHour: 0 });
    const waiting = [
      confirmMail(1, "a"),
      confirmMail(2, "b"),
      confirmMail(3, "a", {}, "otra@ejemplo.es"),
      confirmMail(4, "a"),
    ];
    for (const mail of waiting) {
      now += 1;
      await commitAndDeliver(store, outbox, mail);
    }
    expect(await store.dueMails(START + HOUR, 10)).toHaveLength(4);
    now += 1;
    await commitAndDeliver(store, outbox, confirmMail(5, "a"));
    const left = [2, 3, 4, 5].map((n) => confirmMail(n, "").id);
    expect([...(await store.dueMails(START + HOUR, 10))].sort()).toEqual(left);
  });

  it("however the address is written, it is one mailbox", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    for (let n = 0; n < 12; n += 1) {
      const to = n % 2 === 0 ? `Victi.ma+${String(n)}@gmail.com` : `v.ictima+${String(n)}@googlemail.com`;
      await commitAndDeliver(store, outbox, confirmMail(n, `visitor ${String(n)}`, {}, to));
    }
    expect(arrived).toHaveLength(UNCONFIRMED_MAILS_AN_HOUR);
    expect(arrived[0]?.to).toBe("Victi.ma+0@gmail.com");
  });

  it("one that was asked for again leaves first, and keeps its place", async () => {
    const store = await transport.freshStore();
    const full = open(store, { mailsPerHour: 0 });
    const again = confirmMail(31, "owner", { first: true });
    const others = Array.from({ length: 6 }, (_, n) => confirmMail(n, `visitor ${String(n)}`));
    for (const mail of [...others, again, confirmMail(32, "owner"), confirmMail(33, "owner")]) {
      now += 1;
      await commitAndDeliver(store, full, mail);
    }
    now = START + HOUR;
    expect((await store.dueMails(now, 1))[0]).toBe(again.id);
    await open(store, { mailsPerHour: 1 }).deliverDue(1);
    expect(ids()).toEqual([again.id]);
  });

  it("none arrives once its link has died, whatever it waited for", async () => {
    const store = await transport.freshStore();
    const mail = confirmMail(1, "owner", { goodUntil: START + 90 * MINUTE });
    await store.commit(decision({ mails: [mail] }), now);
    answer = { ok: false, retry: true, error: "down" };
    const outbox = open(store);
    await run(outbox, START + 80 * MINUTE, MINUTE);
    answer = { ok: true };
    await run(outbox, START + 3 * DAY, HOUR);
    expect(arrived).toEqual([]);
    expect(await store.deadMails(10)).toEqual([]);
    expect(JSON.stringify(await transport.contents())).not.toContain(VICTIM);
  });

  it("one that could not leave before its link dies is dropped at once", async () => {
    const store = await transport.freshStore();
    const outbox = open(store, { mailsPerHour: 0 });
    await commitAndDeliver(store, outbox, confirmMail(1, "owner", { goodUntil: START + 30 * MINUTE }));
    expect(await store.dueMails(START + 30 * DAY, 10)).toEqual([]);
    expect(JSON.stringify(await transport.contents())).not.toContain(VICTIM);
  });

  it("has no limits where they are off", async () => {
    const store = await transport.freshStore();
    const outbox = open(store, { mailsPerHour: null });
    for (let n = 0; n < 12; n += 1) await commitAndDeliver(store, outbox, confirmMail(n, "one"));
    expect(arrived).toHaveLength(12);
  });
});

describeOnBoth("letters of one group", (transport) => {
  it("the first leaves at once, the newest of the rest after ten minutes", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    for (let version = 1; version <= 125; version += 1) {
      now += 1;
      await commitAndDeliver(store, outbox, offerNews(version));
    }
    expect(ids()).toEqual([offerNews(1).id]);
    expect(await store.dueMails(START + DAY, 200)).toHaveLength(1);
    await run(outbox, START + EVERY, MINUTE);
    expect(ids()).toEqual([offerNews(1).id]);
    await run(outbox, START + EVERY + MINUTE, MINUTE);
    expect(ids()).toEqual([offerNews(1).id, offerNews(125).id]);
    expect(arrived[1]?.text).toContain("Versión 125");
    await run(outbox, START + 10 * DAY, HOUR);
    expect(arrived).toHaveLength(2);
  });

  it("five leave in a day; the newest of the rest the next day", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    let version = 0;
    for (; now < START + 6 * HOUR; now += 2 * MINUTE) {
      version += 1;
      await commitAndDeliver(store, outbox, offerNews(version));
      await outbox.deliverDue(50);
    }
    expect(arrived).toHaveLength(GROUPED_MAILS_A_DAY);
    now = START + DAY - MINUTE;
    await outbox.deliverDue(50);
    expect(arrived).toHaveLength(GROUPED_MAILS_A_DAY);
    now = START + DAY + MINUTE;
    await outbox.deliverDue(50);
    expect(arrived).toHaveLength(GROUPED_MAILS_A_DAY + 1);
    expect(arrived.at(-1)?.text).toContain(`Versión ${String(version)}`);
  });

  it("are grouped where limits are off, too", async () => {
    const store = await transport.freshStore();
    const outbox = open(store, { mailsPerHour: null });
    for (const version of [1, 2, 3]) await commitAndDeliver(store, outbox, offerNews(version));
    expect(ids()).toEqual([offerNews(1).id]);
  });

  it("another kind of news leaves at once, but each only once in ten minutes", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    for (let version = 1; version <= 10; version += 1, now += 1) {
      await commitAndDeliver(
        store,
        outbox,
        offerNews(version, version % 2 ? "offerReceived" : "offerWithdrawn"),
      );
    }
    expect(ids()).toEqual([offerNews(1).id, offerNews(2, "offerWithdrawn").id]);
    await run(outbox, START + EVERY + MINUTE, MINUTE);
    expect(ids().slice(2)).toEqual([offerNews(10, "offerWithdrawn").id]);
  });

  it("urgent news never waits, and what waited is out of date", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    for (const version of [1, 2]) {
      now += 1;
      await commitAndDeliver(store, outbox, offerNews(version));
    }
    now += 1;
    const urgent: MailEvent = { ...offerNews(3), urgent: true };
    await commitAndDeliver(store, outbox, urgent);
    expect(ids()).toEqual([offerNews(1).id, urgent.id]);
    await run(outbox, START + DAY, HOUR);
    expect(ids()).toEqual([offerNews(1).id, urgent.id]);
  });

  it("an older one that comes late tells nothing", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    await store.commit(decision({ mails: [offerNews(1)] }), now);
    now += 1;
    await commitAndDeliver(store, outbox, offerNews(2));
    await run(outbox, START + HOUR);
    expect(ids()).toEqual([offerNews(2).id]);
    expect(await store.deadMails(10)).toEqual([]);
  });

  it("one that fails keeps its turn, and gives way to a newer one", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    answer = { ok: false, retry: true, error: "down" };
    await commitAndDeliver(store, outbox, offerNews(1));
    await run(outbox, START + 6 * HOUR, MINUTE);
    answer = { ok: true };
    await run(outbox, START + 18 * HOUR, MINUTE);
    expect(ids()).toEqual([offerNews(1).id]);

    answer = { ok: false, retry: true, error: "down" };
    await commitAndDeliver(store, outbox, offerNews(2));
    await commitAndDeliver(store, outbox, offerNews(3));
    answer = { ok: true };
    await run(outbox, now + HOUR, MINUTE);
    expect(ids()).toEqual([offerNews(1).id, offerNews(3).id]);
  });

  it("however many are delivered at once, the newest is told", async () => {
    const store = await transport.freshStore();
    const versions = Array.from({ length: 12 }, (_, n) => n + 1);
    for (const version of versions)
      await store.commit(decision({ mails: [offerNews(version)] }), now + version);
    now += 100;
    await Promise.all(versions.map((version) => open(store).deliver([offerNews(version).id])));
    await run(open(store), START + HOUR, MINUTE);
    expect(ids().at(-1)).toBe(offerNews(12).id);
    expect(arrived.length).toBeLessThanOrEqual(2);
  });
});

describeOnBoth("a letter for later", (transport) => {
  it("does not leave before, and has its 72 hours from then on", async () => {
    const store = await transport.freshStore();
    const outbox = open(store);
    const later: MailEvent = { ...offerNews(1), group: undefined, dueAt: START + 5 * DAY };
    await commitAndDeliver(store, outbox, later);
    await run(outbox, START + 5 * DAY - MINUTE, 6 * HOUR);
    expect(arrived).toEqual([]);
    answer = { ok: false, retry: true, error: "down" };
    now = START + 5 * DAY;
    await outbox.deliverDue(50);
    answer = { ok: true };
    now += MINUTE;
    await outbox.deliverDue(50);
    expect(ids()).toEqual([later.id]);
  });
});

describeOnBoth("what an earlier version put into the outbox", (transport) => {
  /** As it was written before letters had terms. */
  async function earlier(transportOf: Transport, firstAt: number) {
    const client = await transportOf.freshClient();
    const link = { id: idOf(1), version: 1 };
    const id = `confirmJob/${link.id}/1`;
    const event = { id, name: "confirmJob", to: VICTIM, data: { link } };
    const entry = { version: 1, event, attempts: 0, firstAt, leasedUntil: 0, deadAt: null, error: null };
    await client.run(["set", mailKey(id), JSON.stringify(entry)]);
    const store = createStore(client, "embedded");
    // The client has no command that puts it among what is due.
    await store.mailFailed(id, firstAt, firstAt, "waits");
    return { store, id };
  }

  it("is still read and sent", async () => {
    const { store, id } = await earlier(transport, START);
    expect(await store.dueMails(START, 10)).toEqual([id]);
    await open(store).deliverDue(10);
    expect(ids()).toEqual([id]);
  });

  it("is dropped if it would have to wait for longer than its link can live", async () => {
    const { store } = await earlier(transport, START - 48 * HOUR + 10 * MINUTE);
    await open(store, { mailsPerHour: 0 }).deliverDue(10);
    expect(await store.dueMails(START + DAY, 10)).toEqual([]);
    expect(JSON.stringify(await transport.contents())).not.toContain(VICTIM);
  });
});

describe("the limits", () => {
  it("leave room for somebody else", () => {
    expect(UNCONFIRMED_MAILS_AN_HOUR_BY_ONE).toBeLessThan(UNCONFIRMED_MAILS_AN_HOUR);
    expect(WAITING_MAILS_BY_ONE).toBeLessThan(UNCONFIRMED_MAILS_AN_HOUR_BY_ONE);
  });
});
