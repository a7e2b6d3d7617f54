import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { REPEATED_PLAIN_FORM_MINUTES } from "../../src/domain/kernel/limits.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { COMMENT, JOB, MESSAGE, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
});
afterEach(() => {
  site.stop();
});

const UNKNOWN = "nadie@example.org";

async function rememberedBrowser(): Promise<{ cookie: string }> {
  await site.send("/api/jobs", { ...JOB, formId: crypto.randomUUID() });
  const confirm = { action: "confirm", remember: "on" };
  const answer = await site.send(`/api/links/${site.token(POSTER)}`, confirm);
  return { cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

/** A comment that its writer's remembered browser publishes at once, as the second one that a moderator lets through. */
async function publishedAtOnce(cookie: { cookie: string }): Promise<Fields> {
  const comment: Fields = { ...COMMENT, email: POSTER };
  await site.send("/api/comments", { ...comment, text: "El primero." }, cookie);
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  return comment;
}

describe("a form sent again by a program", () => {
  it.each([
    ["/api/jobs", JOB],
    ["/api/comments", COMMENT],
    ["/api/contact", MESSAGE],
  ])("%s: is another one, unless it says that it is the same", async (path, form) => {
    const ids = async (formId: Fields) => {
      const first = await site.send(path, { ...form, ...formId });
      return [first.body["id"], (await site.send(path, { ...form, ...formId })).body["id"]];
    };
    expect(new Set(await ids({ formId: crypto.randomUUID() })).size).toBe(1);
    expect(new Set(await ids({})).size).toBe(2);
    expect(new Set(await ids({ formId: "" })).size).toBe(2);
  });

  it("tells nobody whose address wrote what stands there", async () => {
    const cookie = await rememberedBrowser();
    const comment = await publishedAtOnce(cookie);
    const published = await site.send("/api/comments", comment, cookie);
    expect(published.body["state"]).toBe("approved");
    const guesses = [POSTER, UNKNOWN].map((email) => site.send("/api/comments", { ...comment, email }));
    for (const guess of await Promise.all(guesses)) {
      expect(guess.body["state"]).toBe("unconfirmed");
      expect(guess.body["id"]).not.toBe(published.body["id"]);
    }
  });
});

describe("a plain form without a line of JavaScript", () => {
  const to = async (fields: Fields, headers?: { cookie: string }) =>
    (await site.submit("/api/comments", fields, headers)).headers.get("location");

  it("counts once when it is sent again within some minutes, and again later", async () => {
    const mails = () => site.mails().filter(({ id }) => id.startsWith("confirmJob")).length;
    await site.submit("/api/jobs", JOB);
    site.clock.now += (REPEATED_PLAIN_FORM_MINUTES - 1) * MINUTE;
    await site.submit("/api/jobs", JOB);
    expect(mails()).toBe(1);
  });

  it("tells nobody whose address wrote what stands there", async () => {
    const cookie = await rememberedBrowser();
    const comment = await publishedAtOnce(cookie);
    const published = await to(comment, cookie);
    expect(published).toMatch(/#c-[a-z2-7]{20}$/);
    expect(await to(comment, cookie)).toBe(published);
    expect(await to(comment)).toMatch(/^\/gracias\/comentario\/[a-z2-7]{20}\/$/);
    expect(await to({ ...comment, email: UNKNOWN })).toMatch(/^\/gracias\/comentario\/[a-z2-7]{20}\/$/);
  });
});
