import { CONTACT_RATE, BODY_LIMIT } from "../../src/domain/kernel/request-limits.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAbsentClient } from "../../src/store/redis/client.ts";
import { createStore } from "../../src/store/store.ts";
import { COMMENT, HELPER, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { answerOf, createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
});
afterEach(() => {
  site.stop();
});

/** Both ways of sending the same thing are refused with the same status, each in its own form. */
async function refused(
  status: number,
  path: string,
  fields: Fields,
  { code, shows, headers = {} }: { code: string; shows?: string; headers?: Record<string, string> },
): Promise<void> {
  const json = await site.send(path, fields, headers);
  expect(json).toMatchObject({ status, body: { code, fields: {} } });
  expect(String(json.body["message"]).length).toBeGreaterThan(10);
  expect(json.headers.get("content-type")).toBe("application/json; charset=utf-8");

  const plain = await site.submit(path, fields, headers);
  expect(plain.status).toBe(status);
  expect(plain.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(plain.headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'sha256-");
  const html = await plain.text();
  expect(html).toContain('<html lang="es">');
  if (shows !== undefined) expect(html).toContain(shows);
}

async function openJob(): Promise<string> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

describe("every refusal is told to programs and to people, with what was typed", () => {
  it("400 unreadable", async () => {
    const json = { method: "POST", body: "{", headers: { "content-type": "application/json" } };
    expect(await answerOf(await site.request("/api/jobs", json))).toMatchObject({
      status: 400,
      body: { code: "unreadable" },
    });
    const form = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
    const plain = await site.request("/api/jobs", { method: "POST", body: "a=%F1", headers: form });
    expect(plain.status).toBe(400);
    expect(await plain.text()).toContain("<h1>");
  });

  it("403 from another site", async () => {
    await refused(403, "/api/jobs", JOB, {
      code: "wrongOrigin",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(site.mails()).toEqual([]);
  });

  it("403 closed: an article's comments, a favour that somebody does already", async () => {
    await refused(
      403,
      "/api/comments",
      { ...COMMENT, article: "cerrado" },
      {
        code: "commentsClosed",
        shows: COMMENT["text"] ?? "",
      },
    );
    const id = await openJob();
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "withdraw", reason: "ya-no" });
    await refused(403, `/api/jobs/${id}/offers`, OFFER, {
      code: "jobWithdrawn",
      shows: OFFER["message"] ?? "",
    });
  });

  it("404 for what is not there", async () => {
    await refused(404, "/api/jobs/aaaaaaaaaaaaaaaaaaaa/offers", OFFER, {
      code: "jobNotFound",
      shows: OFFER["message"] ?? "",
    });
    await refused(
      404,
      "/api/comments",
      { ...COMMENT, article: "nada" },
      {
        code: "articleNotFound",
        shows: COMMENT["text"] ?? "",
      },
    );
    expect(await site.read("/api/jobs/..%2f..")).toMatchObject({ status: 404 });
    expect(await site.read("/api/comments?article=nada")).toMatchObject({ status: 404 });
  });

  it.each([
    ["PUT", "/api/jobs", "GET, HEAD, POST"],
    ["DELETE", "/api/comments", "GET, HEAD, POST"],
    ["GET", "/api/contact", "POST"],
    ["DELETE", "/api/links/x", "GET, HEAD, POST"],
    ["POST", "/api/health", "GET, HEAD"],
    ["POST", "/api/jobs/aaaaaaaaaaaaaaaaaaaa", "GET, HEAD"],
  ])("405 %s %s", async (method, path, allow) => {
    const response = await site.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
  });

  it("409 for what the state of things doesn't allow any more", async () => {
    const id = await openJob();
    const manage = `/api/links/${site.token(POSTER)}`;
    const { body } = await site.send(`/api/jobs/${id}/offers`, OFFER);
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    await site.send(manage, { action: "withdraw", reason: "ya-no" });
    const accept = { action: "accept", offer: String(body["id"]) };
    await refused(409, manage, accept, { code: "jobWithdrawn" });
  });

  it("410 for links that nobody can use any more, and for erased favours", async () => {
    const id = await openJob();
    const token = site.token(POSTER);
    const forged = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
    for (const wrong of ["nada", forged, `${"a".repeat(20)}${token.slice(20)}`]) {
      await refused(
        410,
        `/api/links/${wrong}`,
        { action: "erase", reason: "mi motivo" },
        {
          code: "linkUnknown",
          shows: "mi motivo",
        },
      );
    }
    site.clock.now += 200 * 24 * 3_600_000;
    await refused(410, `/api/links/${token}`, { action: "erase" }, { code: "linkUnknown" });
    site.clock.now -= 200 * 24 * 3_600_000;
    await site.send("/api/jobs", { ...JOB, title: "Otro favor que nadie confirma" });
    const unconfirmed = site.token(POSTER);
    site.clock.now += 49 * 3_600_000;
    await refused(410, `/api/links/${unconfirmed}`, { action: "confirm" }, { code: "linkExpired" });
    site.clock.now -= 49 * 3_600_000;
    await site.send(`/api/links/${token}`, { action: "erase" });
    await refused(410, `/api/jobs/${id}/offers`, OFFER, { code: "jobErased" });
    expect(await site.read(`/api/jobs/${id}`)).toMatchObject({ status: 410, body: { code: "gone" } });
  });

  it("413 too large", async () => {
    await refused(413, "/api/contact", { ...MESSAGE, message: "x".repeat(BODY_LIMIT) }, { code: "tooLarge" });
    const plain = await site.submit("/api/contact", { ...MESSAGE, message: "y".repeat(BODY_LIMIT) });
    expect(await plain.text()).toContain("y".repeat(BODY_LIMIT));
  });

  it("415 another kind of body", async () => {
    const init = { method: "POST", body: "a=1" };
    const json = await site.request("/api/jobs", { ...init, headers: { "content-type": "text/plain" } });
    expect(await answerOf(json)).toMatchObject({ status: 415, body: { code: "unsupportedMediaType" } });
    const headers = { "content-type": "text/plain", accept: "text/html" };
    expect((await site.request("/api/jobs", { ...init, headers })).headers.get("content-type")).toContain(
      "html",
    );
  });

  it("422 names every field that is wrong, in Spanish", async () => {
    const answer = await site.send("/api/jobs", { title: "x", email: "y" });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: "invalid",
        fields: {
          title: { code: "titleTooShort" },
          description: { code: "descriptionMissing" },
          category: { code: "categoryMissing" },
          place: { code: "placeMissing" },
          rewardKind: { code: "rewardKindMissing" },
          name: { code: "nameMissing" },
          email: { code: "emailInvalid" },
          consent: { code: "consentMissing" },
        },
      },
    });
    const id = await openJob();
    expect(id).not.toBe("");
    const notMine = await site.send(`/api/links/${site.token(POSTER)}`, { action: "approve" });
    expect(notMine).toMatchObject({ status: 422, body: { code: "actionNotAllowed" } });
    expect(await site.send(`/api/links/${site.token(POSTER)}`, {})).toMatchObject({
      status: 422,
      body: { fields: { action: { code: "actionMissing" } } },
    });
  });

  it("429 for who sends too much, and for nobody else", async () => {
    for (let n = 0; n < CONTACT_RATE.uses; n += 1) {
      expect((await site.send("/api/contact", { ...MESSAGE, message: `Mensaje número ${n}` })).status).toBe(
        202,
      );
    }
    await refused(429, "/api/contact", MESSAGE, { code: "tooManyRequests", shows: MESSAGE["message"] ?? "" });
    expect((await site.send("/api/contact", MESSAGE)).headers.get("retry-after")).toMatch(/^\d+$/);
    const elsewhere = { method: "POST", body: new URLSearchParams(MESSAGE), ip: "198.51.100.9" };
    expect((await site.request("/api/contact", elsewhere)).status).toBe(303);
  });

  it("429 for an address with three live favours, once it confirms the fourth", async () => {
    for (let n = 0; n < 4; n += 1) {
      await site.send("/api/jobs", { ...JOB, title: `Favor número ${n}` });
      const { status, body } = await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
      expect([status, body["code"]]).toEqual(n < 3 ? [200, undefined] : [429, "tooManyJobs"]);
    }
  });

  it("503 while the store is down", async () => {
    site.stop();
    site = await createTestSite({ store: createStore(createAbsentClient("no store in this test"), "none") });
    await refused(503, "/api/jobs", JOB, { code: "storeDown", shows: JOB["description"] ?? "" });
    await refused(503, "/api/comments", COMMENT, { code: "storeDown", shows: COMMENT["text"] ?? "" });
    expect((await site.send("/api/contact", MESSAGE)).headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await site.read("/api/jobs")).toMatchObject({ status: 503, body: { code: "storeDown" } });
    expect(await site.read("/api/health")).toMatchObject({ status: 503, body: { ok: false, store: "none" } });
  });
});

it("what nobody foresaw is a 500 with what was typed, and the log has none of it", async () => {
  const logged: string[] = [];
  const log = console.error;
  console.error = (line: string) => logged.push(line);
  const broken = { ...site.store, commit: () => Promise.reject(new Error(`failed for ${POSTER}`)) };
  const failing = await createTestSite({ store: broken });
  try {
    const plain = await failing.submit("/api/jobs", JOB);
    expect(plain.status).toBe(500);
    expect(await plain.text()).toContain(JOB["description"]);
  } finally {
    console.error = log;
    failing.stop();
  }
  expect(logged.join()).toContain('"failure":"Error"');
  expect(logged.join()).not.toMatch(/example\.org|boletín/);
});
