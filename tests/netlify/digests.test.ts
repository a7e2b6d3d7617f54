import { expect, it } from "vitest";
import { sendDigests } from "../../netlify/schedule/digests.ts";
import { retry } from "../../netlify/schedule/retry.ts";
import { MAX_DIGESTS } from "../../src/domain/kernel/digest-limits.ts";
import { DAY, HOUR, MINUTE, madridInstant } from "../../src/domain/kernel/time.ts";
import type { Digest } from "../../src/domain/records/digest.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { JOB, POSTER } from "../support/site/forms.ts";
import { createTestSite, SITE_URL, type Fields, type TestSite } from "../support/site/test-site.ts";

const SUBSCRIBER = "eva@example.org";
const ASKED = { frequency: "daily", email: SUBSCRIBER };

/** Friday; the clocks of Madrid show ten. */
const FRIDAY_AT_TEN = madridInstant("2026-11-27", "10:00");
const SATURDAY_AT_NINE = madridInstant("2026-11-28", "09:00");
const MONDAY_AT_NINE = madridInstant("2026-11-30", "09:00");

async function subscribed(site: TestSite, fields: Fields = {}): Promise<void> {
  const answer = await site.send("/api/digests", { ...ASKED, ...fields });
  expect([answer.status, answer.body]).toEqual([202, { state: "unconfirmed" }]);
  await act(site, { action: "confirm" });
}

function act(site: TestSite, fields: Fields, email = SUBSCRIBER) {
  return site.send(`/api/links/${site.token(email)}`, fields);
}

async function published(site: TestSite, fields: Fields = {}): Promise<string> {
  const { body } = await site.send("/api/jobs", { ...JOB, ...fields });
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

function letters(site: TestSite, name = "digest") {
  return site.mails().filter(({ id, to }) => id.startsWith(`${name}/`) && to === SUBSCRIBER);
}

async function digestOf(site: TestSite, filter = ""): Promise<Digest | null> {
  const { signer } = site.services;
  return site.store.read("digest", signer.digestId(signer.addressId(SUBSCRIBER), filter));
}

describeOnBoth("an alert", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    site.clock.now = FRIDAY_AT_TEN;
    return site;
  };

  it("is mailed once its link confirms it, at nine in Madrid, with what is new since, and never twice", async () => {
    const site = await begin();
    await published(site, { title: "De antes de la alerta" });
    site.clock.now += 2 * MINUTE;
    await site.send("/api/digests", ASKED);
    site.clock.now += HOUR;
    await published(site, { title: "De antes de confirmarla" });
    expect(letters(site, "confirmDigest")).toHaveLength(1);
    await act(site, { action: "confirm" });
    expect(letters(site, "digestOn")).toHaveLength(1);
    site.clock.now += 2 * MINUTE;
    const id = await published(site, { title: "Pasear a mi perra" });

    expect(await sendDigests(site.services)).toBe(0);
    site.clock.now = SATURDAY_AT_NINE;
    expect(await sendDigests(site.services)).toBe(1);
    expect(await sendDigests(site.services)).toBe(0);
    const [letter, ...others] = letters(site);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe("1 favor nuevo en Makethejobs");
    expect(letter?.text).toContain("Pasear a mi perra");
    expect(letter?.text).toContain(`${SITE_URL}/favores/${id}-pasear-a-mi-perra/`);
    expect(letter?.text).not.toContain("De antes");
    expect(letter?.text).not.toMatch(/600 111 222|ana@example/);

    site.clock.now += DAY;
    expect(await sendDigests(site.services)).toBe(0);
    expect(letters(site)).toHaveLength(1);
    site.stop();
  });

  it("tells of what its filter shows alone; weekly on Mondays; what is published meanwhile is told the next time", async () => {
    const site = await begin();
    await subscribed(site, { frequency: "weekly", categoria: "community-manager", lugar: "madrid toledo" });
    expect(await digestOf(site, "categoria=community-manager&lugar=madrid&lugar=toledo")).toMatchObject({
      state: "on",
      dueAt: MONDAY_AT_NINE,
    });
    site.clock.now += 2 * MINUTE;
    await published(site, { title: "Uno de Madrid" });
    await published(site, { title: "Uno de Cuenca", place: "cuenca" });
    site.clock.now = SATURDAY_AT_NINE;
    expect(await sendDigests(site.services)).toBe(0);
    site.clock.now = MONDAY_AT_NINE - 1000;
    await published(site, { title: "En el último segundo" });
    site.clock.now = MONDAY_AT_NINE;
    expect(await sendDigests(site.services)).toBe(1);
    site.clock.now += 7 * DAY;
    expect(await sendDigests(site.services)).toBe(1);
    expect(letters(site).map(({ text }) => /«(.+)»/.exec(text)?.[1])).toEqual([
      "En el último segundo",
      "Uno de Madrid",
    ]);
    site.stop();
  });

  it("two runs at the same moment send one letter; so does one that was late by three days", async () => {
    const site = await begin();
    await subscribed(site);
    site.clock.now += 2 * MINUTE;
    await published(site);
    site.clock.now = SATURDAY_AT_NINE + 3 * DAY;
    const sent = await Promise.all([sendDigests(site.services), sendDigests(site.services)]);
    expect(letters(site)).toHaveLength(1);
    expect(sent.reduce((sum, n) => sum + n)).toBe(1);
    site.clock.now += HOUR;
    expect(await sendDigests(site.services)).toBe(0);
    site.stop();
  });

  it("ends in one click, without a redirect, from the head of any letter; the address is forgotten at once", async () => {
    const site = await begin();
    await subscribed(site);
    site.clock.now += 2 * MINUTE;
    await published(site);
    site.clock.now = SATURDAY_AT_NINE;
    await sendDigests(site.services);
    for (const { headers } of [...letters(site, "digestOn"), ...letters(site)])
      expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const [, url = ""] = /^<(.+)>$/.exec(letters(site)[0]?.headers["List-Unsubscribe"] ?? "") ?? [];
    expect(url).toMatch(`${SITE_URL}/api/links/`);

    const shown = await site.request(new URL(url).pathname);
    expect([shown.status, shown.headers.get("location")]).toEqual([
      303,
      new URL(url).pathname.replace("/api/links/", "/gestion/") + "/",
    ]);
    expect(await digestOf(site)).toMatchObject({ state: "on", email: SUBSCRIBER });

    const oneClick = () =>
      site.request(new URL(url).pathname, {
        method: "POST",
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      });
    const answer = await oneClick();
    expect([answer.status, answer.headers.get("location"), await answer.json()]).toEqual([
      200,
      null,
      { state: "off" },
    ]);
    expect(await (await oneClick()).json()).toEqual({ state: "off", alreadyDone: true });
    expect(await digestOf(site)).toMatchObject({ state: "off", email: "", address: "", filter: "" });
    site.clock.now += 2 * DAY;
    await published(site, { title: "Ya no te interesa" });
    expect(await sendDigests(site.services)).toBe(0);
    site.stop();
  });

  it("in multipart, too; a link to something else has nothing to end", async () => {
    const site = await begin();
    await subscribed(site);
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    const path = `/api/links/${site.token(SUBSCRIBER)}`;
    expect((await site.request(path, { method: "POST", body })).status).toBe(200);
    await published(site);
    const theirs = await site.request(`/api/links/${site.token(POSTER)}`, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    expect(theirs.status).toBe(422);
    site.stop();
  });

  it("changes its frequency by its link; asked for again it makes no second one and changes nothing before it is confirmed", async () => {
    const site = await begin();
    await subscribed(site);
    const manage = site.token(SUBSCRIBER);
    expect((await act(site, { action: "change", frequency: "weekly" })).body).toEqual({ state: "on" });
    expect((await act(site, { action: "change", frequency: "weekly" })).body).toMatchObject({
      alreadyDone: true,
    });
    expect((await act(site, { action: "change", frequency: "hourly" })).status).toBe(422);
    expect(await digestOf(site)).toMatchObject({ frequency: "weekly", dueAt: MONDAY_AT_NINE });

    await site.send("/api/digests", ASKED);
    expect(await digestOf(site)).toMatchObject({ state: "on", frequency: "weekly" });
    expect((await act(site, { action: "confirm" })).body).toEqual({ state: "on" });
    expect((await act(site, { action: "confirm" })).body).toMatchObject({ alreadyDone: true });
    expect(await digestOf(site)).toMatchObject({ frequency: "daily", dueAt: SATURDAY_AT_NINE });
    expect(letters(site, "digestOn")).toHaveLength(1);

    await site.send(`/api/links/${manage}`, { action: "unsubscribe" });
    expect((await act(site, { action: "confirm" })).status).toBe(409);
    await subscribed(site);
    expect(await digestOf(site)).toMatchObject({ state: "on", email: SUBSCRIBER });
    site.stop();
  });

  it("that nobody confirms mails nothing; what is erased, or ended, before its letter leaves is in none", async () => {
    const site = await begin();
    await site.send("/api/digests", { ...ASKED, q: "boletín" });
    site.clock.now += 2 * MINUTE;
    await published(site);
    site.clock.now = SATURDAY_AT_NINE;
    expect(await sendDigests(site.services)).toBe(0);

    await subscribed(site);
    site.clock.now += 2 * MINUTE;
    const id = await published(site, { title: "Se borra enseguida" });
    const { deliver } = site.services.outbox;
    site.services.outbox.deliver = () => Promise.resolve();
    site.clock.now += DAY;
    expect(await sendDigests(site.services)).toBe(1);
    site.services.outbox.deliver = deliver;
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "erase" });
    await retry(site.services);
    expect(letters(site)).toEqual([]);
    expect(JSON.stringify(await site.store.read("job", id))).not.toContain("enseguida");
    site.stop();
  });

  it("is found again by who lost its letters, and not mailed to a mailbox that complained", async () => {
    const site = await begin();
    await subscribed(site);
    await site.send("/api/recover", { email: SUBSCRIBER });
    expect(letters(site, "lostLinks")[0]?.text).toContain("Tu alerta de favores (Todos los favores)");
    expect((await act(site, { action: "change", frequency: "weekly" })).status).toBe(200);
    await act(site, { action: "change", frequency: "daily" });

    site.clock.now += 2 * MINUTE;
    await published(site);
    const isSuppressed = site.store.suppressed.bind(site.store);
    site.store.suppressed = () => Promise.resolve("complained");
    site.clock.now = SATURDAY_AT_NINE;
    expect(await sendDigests(site.services)).toBe(0);
    site.store.suppressed = isSuppressed;
    expect((await digestOf(site))?.dueAt).toBe(SATURDAY_AT_NINE + DAY);
    site.stop();
  });

  it("says the same of any address; wrong fields and filters that nobody knows are named", async () => {
    const site = await begin();
    await subscribed(site);
    const [again, fresh] = [
      await site.send("/api/digests", ASKED),
      await site.send("/api/digests", { ...ASKED, email: "otra@example.org" }),
    ];
    expect(again.body).toEqual(fresh.body);
    const wrong = await site.send("/api/digests", { frequency: "a veces", email: "no", lugar: "narnia" });
    expect([wrong.status, Object.keys(wrong.body["fields"] as object).sort()]).toEqual([
      422,
      ["email", "frequency", "lugar"],
    ]);
    const back = await site.submit("/api/digests", { frequency: "daily", email: "no", lugar: "soria" });
    expect(back.headers.get("location")).toMatch(/^\/favores\/alertas\/\?lugar=soria&formulario=[\w-]{43}$/);
    site.stop();
  });

  it("an address has so many at most; counted when confirmed", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    site.clock.now = FRIDAY_AT_TEN;
    for (let n = 0; n < MAX_DIGESTS; n += 1) {
      await subscribed(site, { q: `palabra${String(n)}` });
      site.clock.now += HOUR;
    }
    await site.send("/api/digests", { ...ASKED, q: "una más" });
    expect(await act(site, { action: "confirm" })).toMatchObject({
      status: 429,
      body: { code: "tooManyDigests" },
    });
    site.stop();
  });
});
