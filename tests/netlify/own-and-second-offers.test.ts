import { expect, it } from "vitest";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Answer, type Fields, type TestSite } from "../support/site/test-site.ts";

async function openJob(site: TestSite, email = POSTER): Promise<string> {
  const { body } = await site.send("/api/jobs", { ...JOB, email });
  await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
  return String(body["id"]);
}

async function offer(site: TestSite, job: string, email: string): Promise<string> {
  const offered = await site.send(`/api/jobs/${job}/offers`, { ...OFFER, email });
  // Whoever types an address learns nothing of it: only its link says no.
  expect(offered.status).toBe(202);
  expect(offered.body["state"]).toBe("unconfirmed");
  return `/api/links/${site.token(email)}`;
}

const CONFIRM: Fields = { action: "confirm" };
const codeOf = ({ status, body }: Answer) => `${status} ${String(body["code"] ?? body["state"])}`;

describeOnBoth("an offer", (transport) => {
  it.each([
    ["ana@example.org", "ANA@example.org"],
    ["ana+favor@example.org", "ana+ayuda@example.org"],
    ["ana.ruiz@gmail.com", "anaruiz@googlemail.com"],
  ])("on one's own favour is refused when it is confirmed: %s, %s", async (poster, helper) => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const job = await openJob(site, poster);
    const link = await offer(site, job, helper);
    expect(codeOf(await site.send(link, CONFIRM))).toBe("409 ownFavour");
    expect((await site.store.offersOf(job, site.clock.now)).offers).toEqual([]);
    site.stop();
  });

  it.each([
    ["luis@example.org", "LUIS@example.org"],
    ["luis@example.org", "luis+otra@example.org"],
    ["l.u.i.s@gmail.com", "luis+x@gmail.com"],
  ])("is one for each mailbox and favour while it lives: %s, %s", async (one, other) => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const job = await openJob(site);
    expect(codeOf(await site.send(await offer(site, job, one), CONFIRM))).toBe("200 sent");
    const first = `/api/links/${site.token(one)}`;
    const second = await offer(site, job, other);
    expect(codeOf(await site.send(second, CONFIRM))).toBe("409 offerAlreadySent");
    // It waits as it is: once the first is taken back, the same link sends it.
    expect((await site.send(first, { action: "withdraw" })).body["state"]).toBe("withdrawn");
    expect(codeOf(await site.send(second, CONFIRM))).toBe("200 sent");
    const elsewhere = await openJob(site, "eva@example.org");
    expect(codeOf(await site.send(await offer(site, elsewhere, one), CONFIRM))).toBe("200 sent");
    site.stop();
  });

  it("of one mailbox confirmed twice at the same moment is sent once; those of 20 people all are", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const job = await openJob(site);
    const links = [await offer(site, job, HELPER), await offer(site, job, "LUIS@example.org")];
    const codes = (await Promise.all(links.map((link) => site.send(link, CONFIRM)))).map(codeOf);
    expect(codes.sort()).toEqual(["200 sent", "409 offerAlreadySent"]);

    const others: string[] = [];
    for (let n = 0; n < 20; n += 1) others.push(await offer(site, job, `helper${n}@example.org`));
    const sent = await Promise.all(others.map((link) => site.send(link, CONFIRM)));
    expect(new Set(sent.map(codeOf))).toEqual(new Set(["200 sent"]));
    site.stop();
  });

  it("from a remembered browser is refused in the same way, and a plain form shows what was typed", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    await site.send("/api/jobs", JOB);
    const answer = await site.send(`/api/links/${site.token(POSTER)}`, { ...CONFIRM, remember: "on" });
    const headers = { cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
    const own = await openJob(site);
    const mine: Fields = { ...OFFER, email: POSTER };
    expect(codeOf(await site.send(`/api/jobs/${own}/offers`, mine, headers))).toBe("409 ownFavour");
    const page = await site.submit(`/api/jobs/${own}/offers`, mine, headers);
    expect(page.status).toBe(409);
    expect(await page.text()).toContain(OFFER["message"]);

    const job = await openJob(site, "eva@example.org");
    expect(codeOf(await site.send(`/api/jobs/${job}/offers`, mine, headers))).toBe("202 sent");
    expect(codeOf(await site.send(`/api/jobs/${job}/offers`, mine, headers))).toBe("409 offerAlreadySent");
    site.stop();
  });
});
