import { expect, it } from "vitest";
import { MODERATOR_SESSION_HOURS, SIGN_IN_MINUTES } from "../../src/domain/kernel/limits.ts";
import { HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { decide, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR } from "../support/site/test-site.ts";

describeOnBoth("a moderator signs in", (transport) => {
  it("known and unknown addresses get the same bytes; a letter goes to the known one alone", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const answers = [];
    for (const email of [MODERATOR, "nadie@example.org"]) {
      const response = await site.request("/api/session", {
        method: "POST",
        body: JSON.stringify({ email }),
        headers: { "content-type": "application/json" },
      });
      const headers = [...response.headers].filter(([name]) => name !== "date");
      answers.push({ status: response.status, headers, body: await response.text() });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 202, body: '{"state":"asked"}' });
    const plain = await Promise.all(
      [MODERATOR, "nadie@example.org"].map(async (email) => {
        const sent = await site.submit("/api/session", { email });
        return [sent.status, sent.headers.get("location")];
      }),
    );
    expect(plain).toEqual([
      [303, "/gracias/moderacion/"],
      [303, "/gracias/moderacion/"],
    ]);
    expect([...new Set(site.mails().map(({ to }) => to))]).toEqual([MODERATOR]);
    expect((await site.send("/api/session", { email: "no" })).status).toBe(422);
    site.stop();
  });

  it("with a cookie that says nothing, lives for its hours and comes once", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await site.send("/api/session", { email: MODERATOR.toUpperCase() });
    const link = `/api/links/${site.token(MODERATOR)}`;
    for (const method of ["GET", "HEAD"]) {
      const { status, headers } = await site.request(link, { method });
      expect([status, headers.get("set-cookie")]).toEqual([303, null]);
    }
    const first = await site.submit(link, { action: "signIn" });
    expect([first.status, first.headers.get("location")]).toEqual([303, "/moderacion/"]);
    const set = first.headers.get("set-cookie") ?? "";
    expect(set).toMatch(
      new RegExp(
        `^__Host-moderacion=[\\w-]{43}; Path=/; Max-Age=${String(MODERATOR_SESSION_HOURS * 3600)}; HttpOnly; Secure; SameSite=Lax$`,
      ),
    );
    const again = await site.send(link, { action: "signIn" });
    expect([again.status, again.headers.get("set-cookie")]).toEqual([410, null]);
    // What the store keeps lets nobody in.
    const [, value = ""] = /=([\w-]+);/.exec(set) ?? [];
    expect(JSON.stringify(await transport.contents())).not.toContain(value);
    site.stop();
  });

  it("at the same moment by the same link: one browser gets in", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await site.send("/api/session", { email: MODERATOR });
    const link = `/api/links/${site.token(MODERATOR)}`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => site.send(link, { action: "signIn" })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ headers }) => headers.has("set-cookie"))).toHaveLength(1);
    site.stop();
  });

  it("not by a link that is too old", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await site.send("/api/session", { email: MODERATOR });
    const link = `/api/links/${site.token(MODERATOR)}`;
    site.clock.now += SIGN_IN_MINUTES * MINUTE + 1;
    expect((await site.send(link, { action: "signIn" })).status).toBe(410);
    site.stop();
  });

  it("a wrong cookie, one that is over and one of somebody who left let nobody decide", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const asked = { ids: "aaaaaaaaaaaaaaaaaaaa:1", action: "approve" };
    const mine = await signedIn(site);
    expect((await decide(site, mine, asked)).body["code"]).toBe("nothingToModerate");
    const [name = "", value = ""] = mine.cookie.split("=");
    for (const cookie of [
      "",
      `${name}=`,
      `${name}=${value.slice(1)}`,
      `${name}=${value}x`,
      `x${name}=${value}`,
    ])
      expect((await decide(site, { cookie }, asked)).body).toMatchObject({ code: "notSignedIn" });

    Object.assign(site.services.config, { moderators: ["otra@example.org"] });
    expect((await decide(site, mine, asked)).status).toBe(403);
    Object.assign(site.services.config, { moderators: [MODERATOR] });
    expect((await decide(site, mine, asked)).status).toBe(404);

    site.clock.now += MODERATOR_SESSION_HOURS * HOUR + 1;
    expect((await decide(site, mine, asked)).status).toBe(403);
    site.stop();
  });

  it("and out again: the cookie is worth nothing afterwards, and without one it is the same answer", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const mine = await signedIn(site);
    const end = (headers: Record<string, string>) =>
      site.request("/api/session/end", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "{}",
      });
    const ended = await end(mine);
    expect([
      ended.status,
      ended.headers.get("set-cookie")?.startsWith("__Host-moderacion=; Path=/; Max-Age=0"),
    ]).toEqual([204, true]);
    expect((await end({})).status).toBe(204);
    const asked = { ids: "aaaaaaaaaaaaaaaaaaaa:1", action: "approve" };
    expect((await decide(site, mine, asked)).status).toBe(403);
    const plain = await site.submit("/api/session/end", {});
    expect([plain.status, plain.headers.get("location")]).toEqual([303, "/moderacion/"]);
    const elsewhere = await site.request("/api/session/end", {
      method: "POST",
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    });
    expect(elsewhere.status).toBe(403);
    site.stop();
  });
});
