import { expect, it } from "vitest";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, JOINER, OFFER, POSTER, REWARD } from "../support/site/forms.ts";
import {
  createTestSite,
  MODERATOR,
  type Answer,
  type Fields,
  type TestSite,
} from "../support/site/test-site.ts";
import { tellNow } from "../support/site/moderating.ts";

async function openJob(site: TestSite): Promise<string> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

async function join(site: TestSite, job: string, over: Fields = {}): Promise<Answer> {
  const fields = { ...REWARD, ...over };
  const sent = await site.send(`/api/jobs/${job}/rewards`, fields);
  expect([sent.status, sent.body["state"]]).toEqual([202, "unconfirmed"]);
  return site.send(`/api/links/${site.token(fields["email"] ?? "")}`, { action: "confirm" });
}

async function accept(site: TestSite, job: string): Promise<void> {
  const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  const accepted = await byLink(site, POSTER, { action: "accept", offer: String(body["id"]) });
  expect(accepted).toBe("200 assigned");
}

const said = ({ status, body }: Answer) => `${status} ${String(body["code"] ?? body["state"])}`;
const byLink = async (site: TestSite, who: string, fields: Fields) => {
  if (who === MODERATOR) await tellNow(site);
  return said(await site.send(`/api/links/${site.token(who)}`, fields));
};
const lettersTo = (site: TestSite, to: string) =>
  site
    .mails()
    .filter((mail) => mail.to === to)
    .map(({ id }) => id.split("/")[0])
    .reverse();
const rewardsOf = async (site: TestSite, job: string) => {
  const { body } = await site.read(`/api/jobs/${job}`);
  return body["rewards"];
};

const POSTERS = { kind: "money", amountCents: 1550, text: null, name: "Ana" };
const JOINED = { kind: "thing", amountCents: null, text: "Un bizcocho de limón", name: "Iria" };

describeOnBoth("a joined reward", (transport) => {
  async function freshSite(): Promise<TestSite> {
    return createTestSite({ store: await transport.freshStore(), limits: false });
  }

  it("is seen once it is confirmed, counts when a helper is accepted, and is used when the favour is done", async () => {
    const site = await freshSite();
    const job = await openJob(site);
    await site.send(`/api/jobs/${job}/rewards`, REWARD);
    expect(await rewardsOf(site, job)).toEqual([POSTERS]);
    const confirm = `/api/links/${site.token(JOINER)}`;
    expect(said(await site.send(confirm, { action: "confirm" }))).toBe("200 joined");
    expect((await site.send(confirm, { action: "confirm" })).body).toEqual({
      state: "joined",
      alreadyDone: true,
    });
    expect(await rewardsOf(site, job)).toEqual([POSTERS, JOINED]);
    const listed = await site.read("/api/jobs");
    expect(JSON.stringify(listed.body)).toContain("bizcocho");
    expect(JSON.stringify(listed.body)).not.toContain(JOINER);
    expect(lettersTo(site, POSTER)).toContain("rewardReceived");

    await accept(site, job);
    const agreed = site.mails().find(({ id }) => id.startsWith("contactForHelper"));
    expect(agreed?.text).toMatch(/Iria: .*Un bizcocho de limón/);
    expect(agreed?.text).toContain(JOINER);
    const poster = site.mails().find(({ id }) => id.startsWith("contactForPoster"));
    expect(poster?.text).toContain("Un bizcocho de limón");
    expect(poster?.text).not.toContain(JOINER);
    expect(await byLink(site, JOINER, { action: "revoke" })).toBe("409 rewardAgreed");

    expect(await byLink(site, POSTER, { action: "complete" })).toBe("200 done");
    expect(await rewardsOf(site, job)).toEqual([POSTERS, JOINED]);
    expect(lettersTo(site, JOINER)).toEqual(["confirmReward", "rewardJoined", "rewardAgreed", "rewardEnded"]);
    const stored = await site.store.read("job", job);
    expect(stored?.joined.map(({ state, joiner }) => [state, joiner.email])).toEqual([["used", ""]]);
    site.stop();
  });

  it("is taken back by its link until a helper is accepted, and can be added anew", async () => {
    const site = await freshSite();
    const job = await openJob(site);
    await join(site, job);
    expect(await byLink(site, JOINER, { action: "revoke" })).toBe("200 revoked");
    expect(await byLink(site, JOINER, { action: "revoke" })).toBe("200 revoked");
    expect(await rewardsOf(site, job)).toEqual([POSTERS]);
    expect(said(await join(site, job))).toBe("200 joined");
    expect(said(await join(site, job, { email: "iria+otra@example.org" }))).toBe("409 rewardAlreadyJoined");
    expect(said(await join(site, job, { email: POSTER }))).toBe("409 ownReward");
    site.stop();
  });

  it.each([{ action: "withdraw", reason: "ya-no" }, { action: "erase" }])(
    "lapses when the favour ends otherwise, with one letter: %o",
    async (end) => {
      const site = await freshSite();
      const job = await openJob(site);
      await join(site, job);
      await byLink(site, POSTER, end);
      expect(lettersTo(site, JOINER)).toEqual(["confirmReward", "rewardJoined", "rewardEnded"]);
      expect(JSON.stringify(await site.store.read("job", job))).not.toContain(JOINER);
      site.stop();
    },
  );

  it("that is suspicious waits for a moderator, who lets it through or says why not", async () => {
    const site = await freshSite();
    const job = await openJob(site);
    const bot = { website: "https://bot.example" };
    for (const [email, action, state] of [
      ["uno@example.org", "approve", "joined"],
      ["dos@example.org", "reject", "rejected"],
    ] as const) {
      const name = state === "joined" ? "Uno" : "Dos";
      // The confirming POST is another form: what was sent is what is looked at.
      expect(said(await join(site, job, { ...bot, email, name }))).toBe("200 held");
      expect(JSON.stringify(await rewardsOf(site, job))).not.toContain(name);
      expect(await byLink(site, MODERATOR, { action, reason: "Parece publicidad." })).toBe(`200 ${state}`);
    }
    expect(await rewardsOf(site, job)).toEqual([POSTERS, { ...JOINED, name: "Uno" }]);
    expect(lettersTo(site, "dos@example.org")).toEqual(["confirmReward", "rewardHeld", "rewardEnded"]);
    site.stop();
  });

  it("comes only to open favours, at once from a remembered browser, with contact data masked", async () => {
    const site = await freshSite();
    const job = await openJob(site);
    await site.send(`/api/jobs/${job}/rewards`, { ...REWARD, rewardText: "Un pastel, llama al 600 123 456" });
    const confirmed = await site.send(`/api/links/${site.token(JOINER)}`, {
      action: "confirm",
      remember: "on",
    });
    expect(JSON.stringify(await rewardsOf(site, job))).not.toContain("123 456");
    const cookie = confirmed.headers.get("set-cookie")?.split(";")[0] ?? "";
    await byLink(site, JOINER, { action: "revoke" });
    const again = await site.send(`/api/jobs/${job}/rewards`, REWARD, { cookie });
    expect(said(again)).toBe("202 joined");

    await byLink(site, POSTER, { action: "withdraw", reason: "ya-no" });
    expect(said(await site.send(`/api/jobs/${job}/rewards`, REWARD))).toBe("403 jobWithdrawn");
    expect(said(await site.send(`/api/jobs/${"a".repeat(20)}/rewards`, REWARD))).toBe("404 jobNotFound");
    site.stop();
  });

  it("taken back while a helper is accepted: one of both comes first, and nobody is promised what is gone", async () => {
    const site = await freshSite();
    const job = await openJob(site);
    await join(site, job);
    const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    const [revoked, accepted] = await Promise.all([
      byLink(site, JOINER, { action: "revoke" }),
      byLink(site, POSTER, { action: "accept", offer: String(body["id"]) }),
    ]);
    expect(accepted).toBe("200 assigned");
    expect(revoked).toMatch(/^(200 revoked|409 rewardAgreed)$/);
    const letter = site.mails().find(({ id }) => id.startsWith("contactForHelper"))?.text ?? "";
    expect(letter.includes(JOINER)).toBe(revoked === "409 rewardAgreed");
    site.stop();
  });
});
