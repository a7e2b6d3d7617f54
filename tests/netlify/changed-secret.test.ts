import { expect, it, onTestFinished } from "vitest";
import { createSigner } from "../../src/signer.ts";
import type { Env } from "../../src/config.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, JOB, POSTER } from "../support/site/forms.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";
import { tellNow } from "../support/site/moderating.ts";

const BEFORE = { SECRET_KEY: "the secret of before" };
const AFTER = { SECRET_KEY: "the secret of today", SECRET_KEY_OLD: "the secret of before" };
const FORGOTTEN = { SECRET_KEY: "the secret of today" };

describeOnBoth("a secret that was changed", (transport) => {
  async function sites(): Promise<{ old: TestSite; young: TestSite; strange: TestSite }> {
    const store = await transport.freshStore();
    const open = (env: Env) => createTestSite({ store, env });
    const [old, young, strange] = [await open(BEFORE), await open(AFTER), await open(FORGOTTEN)];
    onTestFinished(() => [old, young, strange].forEach((site) => site.stop()));
    return { old, young, strange };
  }

  it("goes on taking what the old one signed, and signs with the new one", async () => {
    const { old, young, strange } = await sites();
    await old.send("/api/jobs", JOB);
    const link = `/api/links/${old.token(POSTER)}`;
    expect((await strange.send(link, { action: "confirm" })).status).toBe(410);
    const confirmed = await young.send(link, { action: "confirm", remember: "on" });
    expect(confirmed.status).toBe(200);
    // The manage link was mailed after the change.
    const manage = `/api/links/${young.token(POSTER)}`;
    expect((await old.send(manage, { action: "withdraw", reason: "ya-no" })).status).toBe(410);
    expect((await strange.send(manage, { action: "withdraw", reason: "ya-no" })).status).toBe(200);
  });

  it("lets an address have no more live favours than before", async () => {
    const { old, young } = await sites();
    for (const site of [old, old, young]) {
      await site.send("/api/jobs", JOB);
      const done = await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
      expect(done.status).toBe(200);
    }
    await young.send("/api/jobs", JOB);
    const fourth = await young.send(`/api/links/${young.token(POSTER)}`, { action: "confirm" });
    expect(fourth.body["code"]).toBe("tooManyJobs");
  });

  it("knows whose first comment was approved, and the browser that was remembered", async () => {
    const { old, young } = await sites();
    await old.send("/api/comments", COMMENT);
    const confirm = { action: "confirm", remember: "on" };
    const confirmed = await old.send(`/api/links/${old.token(COMMENTER)}`, confirm);
    await tellNow(old);
    await young.send(`/api/links/${old.token(MODERATOR)}`, { action: "approve" });
    const cookie = confirmed.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const value of [cookie, cookie.slice(0, -43)]) {
      const next = await young.send("/api/comments", { ...COMMENT, text: value }, { cookie: value });
      expect(next.body["state"]).toBe("approved");
    }
  });
});

it("the old one's stamps tell their age; what identifies stays the same, what is new is signed anew", () => {
  const before = createSigner(BEFORE.SECRET_KEY);
  const after = createSigner(AFTER.SECRET_KEY, AFTER.SECRET_KEY_OLD);
  const forgotten = createSigner(FORGOTTEN.SECRET_KEY);
  const now = Date.UTC(2026, 0, 15, 12);
  expect(after.stampAge(before.stamp(now), now + 5)).toBe(5);
  expect(forgotten.stampAge(before.stamp(now), now + 5)).toBeNull();
  expect(after.stamp(now)).toBe(forgotten.stamp(now));
  expect(after.addressId("ana@example.org")).toBe(before.addressId("ana@example.org"));
  expect(after.formKey(["vote", "a"])).toBe(before.formKey(["vote", "a"]));
});
