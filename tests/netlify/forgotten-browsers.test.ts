import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY } from "../../src/domain/kernel/time.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite({ limits: false });
});
afterEach(() => {
  site.stop();
});

const REMEMBER: Fields = { action: "confirm", remember: "on" };
type Cookie = { cookie: string };

function cookieOf(headers: Headers): Cookie {
  return { cookie: headers.get("set-cookie")?.split(";")[0] ?? "" };
}

async function rememberedBrowser(email = POSTER): Promise<Cookie> {
  await site.send("/api/jobs", { ...JOB, email });
  return cookieOf((await site.send(`/api/links/${site.token(email)}`, REMEMBER)).headers);
}

async function isRemembered(headers: Cookie, email = POSTER): Promise<boolean> {
  return (await site.send("/api/jobs", { ...JOB, email }, headers)).body["state"] === "open";
}

async function forget(fields: Fields, headers: Record<string, string>): Promise<Response> {
  const json = { "content-type": "application/json", ...headers };
  return site.request("/api/browser/forget", { method: "POST", body: JSON.stringify(fields), headers: json });
}

describe("a cookie comes with the first confirmation and with nothing else", () => {
  it("not with a used link, not even while it lives, nor after everything was taken back", async () => {
    await site.send("/api/jobs", JOB);
    const link = `/api/links/${site.token(POSTER)}`;
    expect((await site.send(link, { action: "confirm" })).headers.get("set-cookie")).toBeNull();
    expect((await site.send(link, REMEMBER)).headers.get("set-cookie")).toBeNull();
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "withdraw", reason: "ya-no" });
    site.clock.now += 170 * DAY;
    const late = await site.send(link, REMEMBER);
    expect(late.body).toMatchObject({ alreadyDone: true });
    expect(late.headers.get("set-cookie")).toBeNull();
    expect((await site.submit(link, REMEMBER)).headers.get("set-cookie")).toBeNull();
  });

  it("also for offers and comments", async () => {
    const { body } = await site.send("/api/jobs", JOB);
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
    await site.send(`/api/jobs/${String(body["id"])}/offers`, OFFER);
    await site.send("/api/comments", COMMENT);
    for (const email of [HELPER, COMMENTER]) {
      const link = `/api/links/${site.token(email)}`;
      const first = cookieOf((await site.send(link, REMEMBER)).headers);
      expect(await isRemembered(first, email)).toBe(true);
      expect((await site.send(link, REMEMBER)).headers.get("set-cookie")).toBeNull();
    }
  });

  it("not with a link that no longer confirms, nor with another action", async () => {
    await site.send("/api/jobs", JOB);
    const link = `/api/links/${site.token(POSTER)}`;
    site.clock.now += 3 * DAY;
    const late = await site.send(link, REMEMBER);
    expect([late.status, late.headers.get("set-cookie")]).toEqual([410, null]);
  });
});

describe("a remembered browser", () => {
  it("is forgotten when it asks for it; others of the address are not", async () => {
    const [here, there] = [await rememberedBrowser(), await rememberedBrowser()];
    const answer = await forget({}, here);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-recuerdame=; Path=\/; Max-Age=0; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await isRemembered(there)).toBe(true);
  });

  it("makes every cookie of its address worthless, and those of no other; a later one works", async () => {
    const [here, there, others] = [
      await rememberedBrowser(),
      await rememberedBrowser(),
      await rememberedBrowser(HELPER),
    ];
    const answer = await forget({ all: "on" }, here);
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).toMatch(/Max-Age=0/);
    for (const cookie of [here, there]) {
      expect(await isRemembered(cookie)).toBe(false);
      expect((await site.send("/api/comments", { ...COMMENT, email: POSTER }, cookie)).body["state"]).toBe(
        "unconfirmed",
      );
    }
    expect(await isRemembered(others, HELPER)).toBe(true);
    const later = await rememberedBrowser();
    expect(await isRemembered(later)).toBe(true);
    // What is worthless can't take the later one's worth away.
    expect((await forget({ all: "on" }, there)).status).toBe(204);
    expect(await isRemembered(later)).toBe(true);
  });

  it("keeps what is known of its address", async () => {
    await site.send("/api/comments", { ...COMMENT, email: POSTER });
    const cookie = cookieOf((await site.send(`/api/links/${site.token(POSTER)}`, REMEMBER)).headers);
    const id = site.services.signer.addressId(POSTER);
    const before = await site.store.read("address", id);
    await forget({ all: "on" }, cookie);
    expect(await site.store.read("address", id)).toEqual({
      ...before,
      version: (before?.version ?? 0) + 1,
      cookieNumber: 1,
    });
  });

  it("of before goes on for its time, and says its address to have all forgotten", async () => {
    const { signer } = site.services;
    const newer = await rememberedBrowser();
    // What the code of before December 2026 gave: the time and its signature, nothing else.
    const older = { cookie: newer.cookie.slice(0, -43) };
    expect(await isRemembered(older)).toBe(true);
    const unnamed = await forget({ all: "on" }, older);
    expect([unnamed.status, await unnamed.json()]).toMatchObject([422, { code: "cookieWithoutAddress" }]);
    expect((await forget({ all: "on", email: "nada" }, older)).status).toBe(422);
    expect((await forget({ all: "on", email: HELPER }, older)).status).toBe(204);
    expect(await isRemembered(older)).toBe(true);
    expect((await forget({ all: "on", email: POSTER }, older)).status).toBe(204);
    expect(await isRemembered(older)).toBe(false);
    expect(await isRemembered(newer)).toBe(false);
    expect(signer.addressId(POSTER)).toBe(newer.cookie.slice(-43));
  });

  it("is told the same whether or not there is a cookie, and a forged one changes nothing", async () => {
    const cookie = await rememberedBrowser();
    const id = site.services.signer.addressId(POSTER);
    const forged = `__Host-recuerdame=zzzzzzzz-${"A".repeat(43)}${id}`;
    for (const headers of [{}, { cookie: "__Host-recuerdame=x" }, { cookie: forged }])
      for (const fields of [{}, { all: "on" }, { all: "on", email: POSTER }] as readonly Fields[])
        expect((await forget(fields, headers)).status).toBe(204);
    expect(await isRemembered(cookie)).toBe(true);
  });

  it("is forgotten by plain forms too, on the site's own pages only", async () => {
    const cookie = await rememberedBrowser();
    const one = await site.submit("/api/browser/forget", {}, cookie);
    expect([one.status, one.headers.get("location")]).toEqual([303, "/gracias/navegador-olvidado/"]);
    expect(one.headers.get("set-cookie")).toMatch(/Max-Age=0/);
    const stranger = { ...cookie, "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    expect((await site.submit("/api/browser/forget", { all: "on" }, stranger)).status).toBe(403);
    expect(await isRemembered(cookie)).toBe(true);
    const all = await site.submit("/api/browser/forget", { all: "on" }, cookie);
    expect([all.status, all.headers.get("location")]).toEqual([303, "/gracias/navegadores-olvidados/"]);
    expect(await isRemembered(cookie)).toBe(false);
  });
});
