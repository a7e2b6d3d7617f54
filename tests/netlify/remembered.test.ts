import { afterEach, beforeEach, expect, it } from "vitest";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
});
afterEach(() => {
  site.stop();
});

/** Asks for a favour and confirms it; the cookie that came with it, without its attributes. */
async function confirmed(fields: Record<string, string>): Promise<string | null> {
  await site.send("/api/jobs", { ...JOB, formId: crypto.randomUUID() });
  const answer = await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm", ...fields });
  return answer.headers.get("set-cookie");
}

async function cookie(): Promise<{ cookie: string }> {
  return { cookie: `other=1; ${(await confirmed({ remember: "on" }))?.split(";")[0] ?? ""}` };
}

/** Nobody offers themselves for their own favour. */
async function othersFavour(): Promise<string> {
  const { body } = await site.send("/api/jobs", { ...JOB, email: HELPER });
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  return String(body["id"]);
}

it("a browser is remembered only when its owner asks for it, with a cookie that nothing else can read", async () => {
  expect(await confirmed({})).toBeNull();
  expect(await confirmed({ remember: "on" })).toMatch(
    /^__Host-recuerdame=[A-Za-z0-9_-]+; Path=\/; Max-Age=15552000; HttpOnly; Secure; SameSite=Lax$/,
  );
});

it("from a remembered browser and address nothing needs a link", async () => {
  const headers = await cookie();
  const { body } = await site.send("/api/jobs", { ...JOB, title: "Otro favor más" }, headers);
  expect(body["state"]).toBe("open");
  const offer = { ...OFFER, email: POSTER.toUpperCase() };
  const offered = await site.send(`/api/jobs/${await othersFavour()}/offers`, offer, headers);
  expect(offered.body["state"]).toBe("sent");
  const comment = { ...COMMENT, email: POSTER };
  expect((await site.send("/api/comments", comment, headers)).body["state"]).toBe("held");
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  const next = await site.send("/api/comments", { ...comment, text: "Otro" }, headers);
  expect(next.body["state"]).toBe("approved");
});

it("plain forms then lead to what is public already", async () => {
  const headers = await cookie();
  const to = async (path: string, fields: Record<string, string>) =>
    (await site.submit(path, fields, headers)).headers.get("location");
  expect(await to("/api/jobs", { ...JOB, title: "Otro favor más" })).toMatch(
    /^\/favores\/[a-z2-7]{20}-otro-favor-mas\/$/,
  );
  const offer = { ...OFFER, email: POSTER };
  expect(await to(`/api/jobs/${await othersFavour()}/offers`, offer)).toBe("/gracias/propuesta-enviada/");
  const comment = { ...COMMENT, email: POSTER };
  expect(await to("/api/comments", comment)).toMatch(
    /^\/articulos\/abierto\/comentarios\/\?propio=([a-z2-7]{20})#c-\1$/,
  );
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  expect(await to("/api/comments", { ...comment, text: "Otro" })).toMatch(
    /^\/articulos\/abierto\/comentarios\/\?rama=([a-z2-7]{20})&propio=\1#c-\1$/,
  );
  expect(await to("/api/jobs", { ...JOB, title: "Favor con trampa", website: "bot" })).toBe(
    "/gracias/favor-en-revision/",
  );
});

it("the cookie lets nobody write in another's name, nor after its time, nor when it was changed", async () => {
  const headers = await cookie();
  const state = async (fields: Record<string, string>, with_: Record<string, string>) =>
    (await site.send("/api/comments", { ...COMMENT, ...fields }, with_)).body["state"];
  expect(await state({ email: COMMENTER }, headers)).toBe("unconfirmed");
  expect(await state({ email: POSTER }, { cookie: `${headers.cookie}x` })).toBe("unconfirmed");
  site.clock.now += 181 * 24 * 3_600_000;
  expect(await state({ email: POSTER, text: "Tarde" }, headers)).toBe("unconfirmed");
});

it("what looks suspicious is held and never dropped", async () => {
  const { body } = await site.send("/api/jobs", { ...JOB, website: "https://bot.example" });
  expect(body["state"]).toBe("unconfirmed");
  const confirming = await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  expect(confirming.body["state"]).toBe("held");
  expect((await site.read(`/api/jobs/${String(body["id"])}`)).status).toBe(404);
  expect((await site.store.read("job", String(body["id"])))?.signals).toContain("honeypot");
  const approving = await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  expect(approving.body["state"]).toBe("open");
  expect((await site.read(`/api/jobs/${String(body["id"])}`)).status).toBe(200);
});

it("nobody signs as the people of the site, however they write it; who moderates may", async () => {
  const headers = await cookie();
  const state = async (fields: Record<string, string>) =>
    (await site.send("/api/comments", { ...COMMENT, email: POSTER, ...fields }, headers)).body["state"];
  await state({});
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  expect(await state({ text: "Con mi nombre." })).toBe("approved");
  // The second is written with a Cyrillic а and a Greek ο.
  for (const name of ["Makethejobs", "Mаkethejοbs", "Lola Ortega", "Moderadora"])
    expect(await state({ name, text: `Firmado: ${name}` }), name).toBe("held");
  expect(await state({ name: "Lola Ortega Ruiz", text: "Otra persona." })).toBe("approved");

  const own = await site.send("/api/comments", { ...COMMENT, name: "Moderación", email: MODERATOR });
  const comment = await site.store.read("comment", String(own.body["id"]));
  expect(comment?.signals).not.toContain("officialName");
});
