import { expect, it } from "vitest";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { moderatorToken } from "../support/site/moderating.ts";
import { createTestSite, type Answer, type TestSite } from "../support/site/test-site.ts";

async function openJob(site: TestSite): Promise<string> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

async function sentOffer(site: TestSite, jobId: string, helper: string): Promise<string> {
  const { body } = await site.send(`/api/jobs/${jobId}/offers`, { ...OFFER, email: helper });
  const confirmed = await site.send(`/api/links/${site.token(helper)}`, { action: "confirm" });
  expect(confirmed.body["state"]).toBe("sent");
  return String(body["id"]);
}

function countBy(answers: readonly Answer[], what: (answer: Answer) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[what(answer)] = (counts[what(answer)] ?? 0) + 1;
  return counts;
}

describeOnBoth("at the same moment", (transport) => {
  it("50 different offers are accepted: one wins, two contact mails leave, 49 are told", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const id = await openJob(site);
    const offers: string[] = [];
    for (let n = 0; n < 50; n += 1) offers.push(await sentOffer(site, id, `helper${n}@example.org`));

    const manage = `/api/links/${site.token(POSTER)}`;
    const answers = await Promise.all(offers.map((offer) => site.send(manage, { action: "accept", offer })));
    expect(countBy(answers, ({ status }) => String(status))).toEqual({ "200": 1, "409": 49 });
    const won = offers[answers.findIndex(({ status }) => status === 200)];
    expect((await site.store.read("job", id))?.assignedOffer).toBe(won);
    const mails = site.mails().map((mail) => mail.id.split("/")[0]);
    expect(mails.filter((name) => name === "contactForPoster")).toHaveLength(1);
    expect(mails.filter((name) => name === "contactForHelper")).toHaveLength(1);
    expect(mails.filter((name) => name === "offerStandby")).toHaveLength(49);
    const losers = answers.filter(({ status }) => status === 409);
    // Each was decided again with fresh state, and says what that is.
    expect(countBy(losers, ({ body }) => String(body["code"]))).toEqual({ jobAssigned: 49 });
    const refused = JSON.stringify(losers);
    expect(refused).not.toMatch(/example\.org|600/);
    site.stop();
  });

  it("the same form is sent 20 times: one record, one mail, one answer", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const form = { ...JOB, formId: crypto.randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => site.send("/api/jobs", form)));
    expect(countBy(answers, ({ status, body }) => `${status} ${String(body["state"])}`)).toEqual({
      "202 unconfirmed": 20,
    });
    const [id, ...others] = new Set(answers.map(({ body }) => body["id"]));
    expect(others).toEqual([]);
    expect(await site.store.read("job", String(id))).not.toBeNull();
    expect(site.mails().map((mail) => mail.id)).toEqual([`confirmJob/${String(id)}/1`]);

    expect((await site.send("/api/jobs", form)).body["id"]).toBe(id);
    expect((await site.send("/api/jobs", { ...form, title: "Otro favor distinto" })).body["id"]).not.toBe(id);
    site.stop();
  });

  it("the same link is confirmed 10 times: once it counts, and nobody is told of an error", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await site.send("/api/jobs", JOB);
    const link = `/api/links/${site.token(POSTER)}`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => site.send(link, { action: "confirm" })),
    );
    expect(
      countBy(answers, ({ status, body }) => `${status} ${String(body["alreadyDone"] === true)}`),
    ).toEqual({
      "200 false": 1,
      "200 true": 9,
    });
    expect(site.mails().filter((mail) => mail.id.startsWith("jobPublished"))).toHaveLength(1);
    site.stop();
  });

  it("an offer is accepted while the favour is taken back: one of both, and nothing is revealed", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const id = await openJob(site);
    const offer = await sentOffer(site, id, "helper@example.org");
    const manage = `/api/links/${site.token(POSTER)}`;
    const answers = await Promise.all([
      site.send(manage, { action: "accept", offer }),
      site.send(manage, { action: "withdraw", reason: "ya-no" }),
    ]);
    const state = (await site.store.read("job", id))?.state;
    const contacts = site.mails().filter((mail) => mail.id.startsWith("contactFor"));
    if (answers[0].status === 409) expect([state, contacts.length]).toEqual(["withdrawn", 0]);
    else expect(["assigned", "withdrawn"]).toContain(state);
    site.stop();
  });

  it("a comment is corrected by its browser while it is answered: what is answered stays as it was read", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const answerer = "bea@example.org";
    const { editKey, id } = await publishedComment(site, COMMENTER);
    await publishedComment(site, answerer);
    for (let round = 0; round < 5; round += 1) {
      const before = (await site.store.read("comment", id))?.text;
      const text = `Corregido ${round}`;
      const answer = { ...COMMENT, email: answerer, parent: id, text: `De acuerdo, ${round}` };
      const reply = await site.send("/api/comments", answer);
      const link = `/api/links/${site.token(answerer)}`;
      const [edited, confirmed] = await Promise.all([
        site.send(`/api/comments/${id}`, { action: "edit", text, editKey }),
        site.send(link, { action: "confirm" }),
      ]);
      expect(confirmed.body["state"]).toBe("approved");
      const now = (await site.store.read("comment", id))?.text;
      if (edited.status === 200) expect(now).toBe(text);
      else expect([edited.body["code"], now]).toEqual(["editWindowOver", before]);
      const late = await site.send(`/api/comments/${id}`, { action: "edit", text: "Tarde", editKey });
      expect(late.body["code"]).toBe("editWindowOver");
      // Taken away again, the way is free for the next round.
      const own = { action: "delete", editKey: String(reply.body["editKey"]) };
      await site.send(`/api/comments/${String(reply.body["id"])}`, own);
    }
    site.stop();
  });

  it("a comment is approved while its browser corrects it: nobody approves a text that they have not read", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    for (let round = 0; round < 5; round += 1) {
      const email = `round${round}@example.org`;
      const { body } = await site.send("/api/comments", { ...COMMENT, email });
      await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
      const id = String(body["id"]);
      const approve = { action: "approve", version: String((await site.store.read("comment", id))?.version) };
      const edit = { action: "edit", text: `Corregido ${round}`, editKey: String(body["editKey"]) };
      const link = `/api/links/${await moderatorToken(site)}`;
      const [approved, edited] = await Promise.all([
        site.send(link, approve),
        site.send(`/api/comments/${id}`, edit),
      ]);
      expect(edited.status).toBe(200);
      const left = await site.store.read("comment", id);
      expect(left?.text).toBe(edit.text);
      if (approved.status === 200) expect(left?.state).toBe("approved");
      else {
        expect(approved).toMatchObject({ status: 409, body: { code: "commentChanged", changed: ["text"] } });
        expect(left?.state).toBe("held");
      }
    }
    site.stop();
  });
});

async function publishedComment(site: TestSite, email: string): Promise<{ id: string; editKey: string }> {
  const { body } = await site.send("/api/comments", { ...COMMENT, email });
  await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
  return { id: String(body["id"]), editKey: String(body["editKey"]) };
}
