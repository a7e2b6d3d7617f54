import { expect, it } from "vitest";
import { REPORTERS_TO_HOLD } from "../../src/domain/kernel/limits.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { decide, moderatorToken, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";

const REPORT = { reason: "estafa", text: "Me pide dinero por adelantado." };

async function openJob(site: TestSite): Promise<string> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

async function approvedComment(site: TestSite): Promise<string> {
  const { body } = await site.send("/api/comments", COMMENT);
  const id = String(body["id"]);
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
  // As if it had been its address' second: nobody looked at it.
  const comment = await site.store.read("comment", id);
  if (comment === null) throw new Error("it was just written");
  const after = {
    ...comment,
    state: "approved",
    publishedAt: site.clock.now,
    version: comment.version + 1,
  } as const;
  await site.store.commit(
    { guards: [], changes: [{ kind: "comment", before: comment, after }], counts: [], mails: [], purge: [] },
    site.clock.now,
  );
  return id;
}

async function send(site: TestSite, kind: string, id: string, email: string) {
  return site.send("/api/reports", { ...REPORT, kind, id, email });
}

async function reportedBy(site: TestSite, kind: string, id: string, email: string): Promise<string> {
  const { body } = await send(site, kind, id, email);
  await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
  return String(body["id"]);
}

const people = Array.from({ length: REPORTERS_TO_HOLD }, (_, at) => `persona${String(at)}@example.org`);

async function reportedByAll(site: TestSite, kind: string, id: string): Promise<string[]> {
  const ids = [];
  for (const email of people) ids.push(await reportedBy(site, kind, id, email));
  return ids;
}

describeOnBoth("reports", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    Object.assign(site.services.config, { moderators: [MODERATOR] });
    return site;
  };
  const stateOf = async (site: TestSite, id: string) => (await site.store.read("report", id))?.state;

  it("count once their mail is confirmed; the mail is the receipt and repeats none of their text", async () => {
    const site = await begin();
    const job = await openJob(site);
    const answer = await send(site, "job", job, "rosa@example.org");
    expect([answer.status, Object.keys(answer.body)]).toEqual([202, ["id"]]);
    const id = String(answer.body["id"]);
    expect(await stateOf(site, id)).toBe("unconfirmed");
    const [letter] = site.mails().filter(({ to }) => to === "rosa@example.org");
    expect(letter?.text).not.toContain("adelantado");
    const link = `/api/links/${site.token("rosa@example.org")}`;
    expect((await site.send(link, { action: "confirm" })).body).toMatchObject({ state: "received" });
    expect((await site.send(link, { action: "confirm" })).body).toMatchObject({ alreadyDone: true });
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(1);
    site.stop();
  });

  it("three mailboxes hold a favour, one mailbox written in three ways does not, and nobody learns who they were", async () => {
    const site = await begin();
    const job = await openJob(site);
    for (const email of ["ana@gmail.com", "a.na@gmail.com", "ana+x@gmail.com"])
      await reportedBy(site, "job", job, email);
    expect((await site.store.read("job", job))?.state).toBe("open");
    await reportedBy(site, "job", job, "eva@example.org");
    await reportedBy(site, "job", job, "leo@example.org");
    expect(await site.store.read("job", job)).toMatchObject({ state: "held", stateBefore: "open" });
    expect((await site.request(`/api/jobs/${job}`)).status).toBe(404);
    const told = site.mails().filter(({ to }) => to === POSTER);
    expect(JSON.stringify(told)).not.toMatch(/@gmail|eva@|leo@|adelantado/);
    expect(told.some(({ id }) => id.startsWith("jobHeld"))).toBe(true);
    site.stop();
  });

  it("at the same moment: the third of them holds, none is overlooked", async () => {
    const site = await begin();
    const comment = await approvedComment(site);
    for (const email of people) await send(site, "comment", comment, email);
    const answers = await Promise.all(
      people.map((email) => site.send(`/api/links/${site.token(email)}`, { action: "confirm" })),
    );
    for (const [at, { status }] of answers.entries()) {
      if (status === 200) continue;
      expect(status).toBe(409);
      await site.send(`/api/links/${site.token(people[at] ?? "")}`, { action: "confirm" });
    }
    expect((await site.store.read("comment", comment))?.state).toBe("held");
    site.stop();
  });

  it("approving dismisses them, and reports alone never hold it again; hiding upholds them; each is told", async () => {
    const site = await begin();
    const mine = await signedIn(site);
    const job = await openJob(site);
    const first = await reportedByAll(site, "job", job);
    await decide(site, mine, { ids: await named(site, "job", job), action: "approve" });
    expect(await Promise.all(first.map((id) => stateOf(site, id)))).toEqual(people.map(() => "dismissed"));
    expect(site.mails().filter(({ id }) => id.startsWith("reportDecided"))).toHaveLength(people.length);

    const again = await reportedByAll(site, "job", job);
    expect((await site.store.read("job", job))?.state).toBe("open");
    await decide(site, mine, {
      ids: await named(site, "job", job),
      action: "hide",
      reason: "Es una estafa.",
    });
    expect(await Promise.all(again.map((id) => stateOf(site, id)))).toEqual(people.map(() => "upheld"));
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(0);
    site.stop();
  });

  it("one is dismissed alone; upholding one takes the thing away with all the others; both stand in the log", async () => {
    const site = await begin();
    const mine = await signedIn(site);
    const comment = await approvedComment(site);
    const [one, other] = [
      await reportedBy(site, "comment", comment, people[0] ?? ""),
      await reportedBy(site, "comment", comment, people[1] ?? ""),
    ];
    expect((await decide(site, mine, { ids: `${one}:1`, action: "dismiss" })).status).toBe(409);
    expect((await decide(site, mine, { ids: `${one}:2`, action: "approve" })).status).not.toBe(200);
    expect((await decide(site, mine, { ids: `${one}:2`, action: "dismiss" })).body).toEqual({
      done: [one],
      conflicts: [],
    });
    expect([await stateOf(site, one), await stateOf(site, other)]).toEqual(["dismissed", "received"]);
    expect((await decide(site, mine, { ids: `${other}:2`, action: "uphold" })).status).toBe(200);
    expect([await stateOf(site, one), await stateOf(site, other)]).toEqual(["dismissed", "upheld"]);
    expect(await site.store.read("comment", comment)).toMatchObject({ state: "rejected" });
    const log = await site.store.newestDecisions(10);
    expect(log.map(({ kind, action }) => `${kind} ${action}`).sort()).toEqual([
      "comment reject",
      "report dismiss",
      "report uphold",
    ]);
    expect(JSON.stringify(log)).not.toMatch(/example\.org|adelantado/);
    site.stop();
  });

  it("are decided by their letter's link as they are at the desk, with or without a reason", async () => {
    const site = await begin();
    const job = await openJob(site);
    const first = await reportedBy(site, "job", job, people[0] ?? "");
    const dismiss = `/api/links/${await moderatorToken(site)}`;
    site.clock.now += HOUR;
    const second = await reportedBy(site, "job", job, people[1] ?? "");
    const uphold = `/api/links/${await moderatorToken(site)}`;
    expect(site.mails().find(({ to }) => to === MODERATOR)?.text).toContain("Aviso sobre un favor.");

    expect((await site.send(dismiss, { action: "approve" })).body["code"]).toBe("actionNotAllowed");
    expect((await site.send(dismiss, { action: "dismiss", version: "1" })).body["code"]).toBe(
      "reportChanged",
    );
    expect((await site.send(dismiss, { action: "dismiss", version: "2" })).body).toEqual({
      state: "dismissed",
    });
    expect((await site.send(dismiss, { action: "dismiss" })).body["alreadyDone"]).toBe(true);
    expect((await site.send(dismiss, { action: "uphold" })).body["code"]).toBe("reportChanged");
    expect(await site.store.read("job", job)).toMatchObject({ state: "open" });

    expect((await site.send(uphold, { action: "uphold", reason: "x".repeat(5000) })).status).toBe(422);
    expect((await site.send(uphold, { action: "uphold" })).status).toBe(200);
    expect([await stateOf(site, first), await stateOf(site, second)]).toEqual(["dismissed", "upheld"]);
    expect(await site.store.read("job", job)).toMatchObject({
      state: "hidden",
      reason: "Nos han avisado: parece una estafa.",
    });
    const log = await site.store.newestDecisions(10);
    expect(log.map(({ kind, action }) => `${kind} ${action}`).sort()).toEqual([
      "job hide",
      "report dismiss",
      "report uphold",
    ]);
    expect(new Set(log.map(({ by }) => by)).size).toBe(1);
    site.stop();
  });

  it("of what is gone meanwhile, or has reached its reader, are decided by themselves", async () => {
    const site = await begin();
    const mine = await signedIn(site);
    const job = await openJob(site);
    const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    const offer = await reportedBy(site, "offer", String(body["id"]), POSTER);
    expect((await decide(site, mine, { ids: `${offer}:2`, action: "uphold" })).status).toBe(200);
    expect(await stateOf(site, offer)).toBe("upheld");
    expect((await site.store.readOffer(job, String(body["id"]), site.clock.now))?.state).toBe("sent");
    site.stop();
  });

  it("an offer is reported by its favour's poster alone; the answer is the same for everybody", async () => {
    const site = await begin();
    const job = await openJob(site);
    const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
    const offer = String(body["id"]);
    expect((await send(site, "offer", offer, POSTER)).status).toBe(404);
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    const [theirs, strangers] = [
      await send(site, "offer", offer, POSTER),
      await send(site, "offer", offer, "x@example.org"),
    ];
    expect([theirs.status, strangers.status]).toEqual([202, 202]);
    expect(site.mails().filter(({ to }) => to === "x@example.org")).toEqual([]);
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
    expect(await stateOf(site, String(theirs.body["id"]))).toBe("received");
    site.stop();
  });

  it("what isn't public and what there is not get the same answer; wrong fields are named", async () => {
    const site = await begin();
    const { body } = await site.send("/api/jobs", JOB);
    const answers = await Promise.all(
      [
        ["job", String(body["id"])],
        ["job", "a".repeat(20)],
        ["job", "../x"],
        ["comment", "\u0000"],
        ["offer", "a".repeat(20)],
      ].map(([kind = "", id = ""]) => send(site, kind, id, "rosa@example.org")),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, expect.any(Number), 404]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const wrong = await site.send("/api/reports", {
      kind: "person",
      id: "",
      reason: "porque sí",
      email: "no",
    });
    expect([wrong.status, Object.keys(wrong.body["fields"] as object).sort()]).toEqual([
      422,
      ["email", "id", "kind", "reason"],
    ]);
    site.stop();
  });

  it("approved while the third report is confirmed: it stays approved, and that report is decided or waits", async () => {
    for (let round = 0; round < 4; round += 1) {
      const site = await begin();
      const mine = await signedIn(site);
      const job = await openJob(site);
      const manage = `/api/links/${site.token(POSTER)}`;
      const [first = "", second = "", third = ""] = people;
      await reportedBy(site, "job", job, first);
      await reportedBy(site, "job", job, second);
      const { body } = await send(site, "job", job, third);
      const confirm = `/api/links/${site.token(third)}`;
      const fraud = "Te pagamos por dar likes desde casa, escríbeme y te lo cuento todo.";
      await site.send(manage, { ...JOB, action: "edit", description: fraud });
      const approval = { ids: await named(site, "job", job), action: "approve" };
      const [approved, reported] = await Promise.all([
        decide(site, mine, approval),
        site.send(confirm, { action: "confirm" }),
      ]);
      // Who lost the race is told, and does it again.
      if (approved.status === 409) await decide(site, mine, approval);
      if (reported.status === 409) await site.send(confirm, { action: "confirm" });
      expect(await site.store.read("job", job)).toMatchObject({ state: "open", cleared: true });
      const state = await stateOf(site, String(body["id"]));
      expect(["dismissed", "received"]).toContain(state);
      const { total } = await site.store.waiting(0, 10, site.clock.now);
      expect(total).toBe(state === "received" ? 1 : 0);
      site.stop();
    }
  });

  it("erased and reported at the same moment: whichever comes first, it stays erased", async () => {
    const site = await begin();
    const job = await openJob(site);
    const manage = site.token(POSTER);
    await send(site, "job", job, "rosa@example.org");
    const confirm = `/api/links/${site.token("rosa@example.org")}`;
    await Promise.all([
      site.send(confirm, { action: "confirm" }),
      site.send(`/api/links/${manage}`, { action: "erase" }),
    ]);
    expect((await site.store.read("job", job))?.state).toBe("erased");
    site.stop();
  });
});
