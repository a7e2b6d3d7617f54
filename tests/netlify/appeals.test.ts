import { expect, it } from "vitest";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, JOB, JOINER, POSTER, REWARD } from "../support/site/forms.ts";
import { type Cookie, decide, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";

const OTHER = "otra@makethejobs.test";
const REASON = "No cumple las normas.";
const TEXT = "Es un encargo de verdad: pregúntenme lo que quieran.";

interface Thing {
  readonly kind: "job" | "comment";
  readonly id: string;
  readonly link: string;
}

async function heldJob(site: TestSite): Promise<Thing> {
  const { body } = await site.send("/api/jobs", { ...JOB, website: "https://bot.example" });
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return { kind: "job", id: String(body["id"]), link: `/api/links/${site.token(POSTER)}` };
}

async function heldComment(site: TestSite): Promise<Thing> {
  const { body } = await site.send("/api/comments", COMMENT);
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
  return { kind: "comment", id: String(body["id"]), link: `/api/links/${site.token(COMMENTER)}` };
}

const THINGS = [heldJob, heldComment] as const;

async function act(site: TestSite, mine: Cookie, { kind, id }: Thing, action: string) {
  return decide(site, mine, { ids: await named(site, kind, id), action, reason: REASON });
}

async function waiting(site: TestSite): Promise<number> {
  return (await site.store.waiting(0, 10, site.clock.now)).total;
}

function lettersOf(site: TestSite, name: string) {
  return site.mails().filter(({ id }) => id.startsWith(`${name}/`));
}

describeOnBoth("an appeal", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    Object.assign(site.services.config, { moderators: [MODERATOR, OTHER] });
    return { site, mine: await signedIn(site) };
  };
  const read = (site: TestSite, { kind, id }: Thing) => site.store.read(kind, id);

  it("against a rejection waits in the queue; who wins it is published, and told", async () => {
    for (const make of THINGS) {
      const { site, mine } = await begin();
      const thing = await make(site);
      expect((await site.send(thing.link, { action: "appeal", text: TEXT })).status).toBe(409);
      await act(site, mine, thing, "reject");
      expect(await waiting(site)).toBe(0);
      expect((await site.send(thing.link, { action: "appeal", text: "" })).status).toBe(422);
      expect((await site.send(thing.link, { action: "appeal", text: TEXT })).status).toBe(200);
      expect((await site.send(thing.link, { action: "appeal", text: TEXT })).body).toMatchObject({
        alreadyDone: true,
      });
      expect((await read(site, thing))?.appeal).toEqual({ text: TEXT, at: site.clock.now, decided: null });
      expect(await waiting(site)).toBe(1);
      expect(lettersOf(site, "moderateQueue")).toHaveLength(2);
      expect((await act(site, mine, thing, "approve")).status).toBe(200);
      expect(await read(site, thing)).toMatchObject({
        state: thing.kind === "job" ? "open" : "approved",
        reason: null,
        cleared: true,
        appeal: { decided: "won" },
      });
      expect(await waiting(site)).toBe(0);
      const [letter] = lettersOf(site, "appealDecided");
      expect([letter?.to, letter?.subject]).toEqual([
        thing.kind === "job" ? POSTER : COMMENTER,
        "Hemos vuelto a mirarlo: tenías razón",
      ]);
      site.stop();
    }
  });

  it("that is lost leaves all as it was, with the reason, and is the only one", async () => {
    for (const make of THINGS) {
      const { site, mine } = await begin();
      const thing = await make(site);
      await act(site, mine, thing, "reject");
      await site.send(thing.link, { action: "appeal", text: TEXT });
      const ids = await named(site, thing.kind, thing.id);
      expect((await decide(site, mine, { ids, action: "reject" })).status).toBe(422);
      const answer = await decide(site, mine, { ids, action: "reject", reason: "Sigue sin cumplirlas." });
      expect(answer.status).toBe(200);
      expect(await read(site, thing)).toMatchObject({
        state: thing.kind === "job" ? "hidden" : "rejected",
        reason: "Sigue sin cumplirlas.",
        appeal: { decided: "lost" },
      });
      expect(await waiting(site)).toBe(0);
      expect(lettersOf(site, "appealDecided")[0]?.text).toContain("Sigue sin cumplirlas.");
      const again = await site.send(thing.link, { action: "appeal", text: "Otra vez." });
      expect([again.status, again.body["code"]]).toEqual([409, "appealUsed"]);
      const log = await site.store.newestDecisions(9);
      expect(log.map(({ action, appeal }) => [action, appeal ?? null]).sort()).toEqual([
        ["reject", null],
        ["reject", "lost"],
      ]);
      expect(JSON.stringify(log)).not.toContain(TEXT);
      site.stop();
    }
  });

  it("against hiding restores what was public; a decision of later can be appealed again", async () => {
    for (const make of THINGS) {
      const { site, mine } = await begin();
      const thing = await make(site);
      await act(site, mine, thing, "approve");
      await act(site, mine, thing, "hide");
      await site.send(thing.link, { action: "appeal", text: TEXT });
      site.purged.length = 0;
      expect((await act(site, mine, thing, "restore")).status).toBe(200);
      expect(await read(site, thing)).toMatchObject({ appeal: { decided: "won" } });
      expect(site.purged).not.toEqual([]);
      await act(site, mine, thing, "hide");
      expect((await read(site, thing))?.appeal).toBeNull();
      expect((await site.send(thing.link, { action: "appeal", text: TEXT })).status).toBe(200);
      site.stop();
    }
  });

  it("against spam publishes it", async () => {
    const { site, mine } = await begin();
    const thing = await heldComment(site);
    await act(site, mine, thing, "spam");
    expect((await site.send(thing.link, { action: "appeal", text: TEXT })).status).toBe(200);
    expect((await act(site, mine, thing, "approve")).status).toBe(200);
    expect((await read(site, thing))?.state).toBe("approved");
    site.stop();
  });

  it("against reports that held it is decided with the thing itself", async () => {
    for (const [action, decided, state] of [
      ["approve", "won", "open"],
      ["reject", "lost", "hidden"],
    ] as const) {
      const { site, mine } = await begin();
      const { body } = await site.send("/api/jobs", JOB);
      const id = String(body["id"]);
      await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
      const link = `/api/links/${site.token(POSTER)}`;
      for (const email of ["ana@a.example", "eva@b.example", "leo@c.example"]) {
        await site.send("/api/reports", { kind: "job", id, reason: "estafa", email });
        await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
      }
      const before = await waiting(site);
      expect((await site.send(link, { action: "appeal", text: TEXT })).status).toBe(200);
      expect(await waiting(site)).toBe(before);
      await act(site, mine, { kind: "job", id, link }, action);
      expect(await site.store.read("job", id)).toMatchObject({ state, appeal: { decided } });
      expect(await waiting(site)).toBe(0);
      site.stop();
    }
  });

  it("of who joined a reward publishes it while the favour is open; until then their address is kept, and no longer", async () => {
    for (const wins of [true, false]) {
      const { site, mine } = await begin();
      const { body } = await site.send("/api/jobs", JOB);
      const jobId = String(body["id"]);
      await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
      const sent = await site.send(`/api/jobs/${jobId}/rewards`, {
        ...REWARD,
        website: "https://bot.example",
      });
      const id = String(sent.body["id"]);
      await site.send(`/api/links/${site.token(JOINER)}`, { action: "confirm" });
      const link = `/api/links/${site.token(JOINER)}`;
      const reward = async () => (await site.store.read("job", jobId))?.joined.find((one) => one.id === id);
      const ids = async () => `${id}:${String((await reward())?.version)}`;
      await decide(site, mine, { ids: await ids(), action: "reject", reason: REASON });
      expect(await reward()).toMatchObject({ state: "rejected", joiner: { email: JOINER } });
      expect((await site.send(link, { action: "appeal", text: TEXT })).status).toBe(200);
      expect(await waiting(site)).toBe(1);
      const action = wins ? "approve" : "reject";
      const answer = await decide(site, mine, { ids: await ids(), action, reason: REASON });
      expect(answer.status).toBe(200);
      expect(await reward()).toMatchObject({
        state: wins ? "joined" : "rejected",
        joiner: { email: wins ? JOINER : "" },
        appeal: { decided: wins ? "won" : "lost" },
      });
      expect(lettersOf(site, "appealDecided").map(({ to }) => to)).toEqual([JOINER]);
      expect(await waiting(site)).toBe(0);
      site.stop();
    }
  });

  it("of who is blocked ends the block, by the link of anything of theirs, once", async () => {
    const { site, mine } = await begin();
    const [job, comment] = [await heldJob(site), await heldComment(site)];
    const box = site.services.signer.addressId(COMMENTER);
    await act(site, mine, comment, "block");
    expect((await site.store.read("address", box))?.blockedUntil).toBeGreaterThan(site.clock.now);
    expect((await site.send(job.link, { action: "appeal", text: TEXT })).status).toBe(409);
    expect((await site.send(comment.link, { action: "appeal", text: TEXT })).status).toBe(200);
    expect((await site.store.read("address", box))?.blockAppealedAt).toBe(site.clock.now);
    expect((await act(site, mine, comment, "approve")).status).toBe(200);
    expect((await site.store.read("address", box))?.blockedUntil).toBeNull();
    expect(await read(site, comment)).toMatchObject({ state: "approved", appeal: { decided: "won" } });
    site.stop();
  });

  it("is decided by a moderator's letter, too, block and all", async () => {
    const { site, mine } = await begin();
    const comment = await heldComment(site);
    await act(site, mine, comment, "reject");
    await act(site, mine, comment, "block");
    await site.send(comment.link, { action: "appeal", text: TEXT });
    const letter = `/api/links/${site.token(OTHER)}`;
    expect((await site.send(letter, { action: "approve" })).status).toBe(200);
    expect((await read(site, comment))?.state).toBe("approved");
    const box = site.services.signer.addressId(COMMENTER);
    expect((await site.store.read("address", box))?.blockedUntil).toBeNull();
    site.stop();
  });

  it("and a restoring at the same moment: one of them counts, nothing is lost", async () => {
    for (const make of THINGS) {
      const { site, mine } = await begin();
      const thing = await make(site);
      await act(site, mine, thing, "approve");
      await act(site, mine, thing, "hide");
      const ids = await named(site, thing.kind, thing.id);
      const [appeal, restore] = await Promise.all([
        site.send(thing.link, { action: "appeal", text: TEXT }),
        decide(site, mine, { ids, action: "restore" }),
      ]);
      expect([appeal.status, restore.status].sort()).toEqual([200, 409]);
      const record = await read(site, thing);
      const isBack = restore.status === 200;
      expect(record?.appeal === null).toBe(isBack);
      expect(record?.state === "hidden" || record?.state === "rejected").toBe(!isBack);
      expect(await waiting(site)).toBe(isBack ? 0 : 1);
      site.stop();
    }
  });

  it("that two moderators decide differently is decided once", async () => {
    for (const make of THINGS) {
      const { site, mine } = await begin();
      const theirs = await signedIn(site, OTHER);
      const thing = await make(site);
      await act(site, mine, thing, "reject");
      await site.send(thing.link, { action: "appeal", text: TEXT });
      const ids = await named(site, thing.kind, thing.id);
      const answers = await Promise.all([
        decide(site, mine, { ids, action: "approve" }),
        decide(site, theirs, { ids, action: "reject", reason: REASON }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const isWon = answers[0].status === 200;
      expect((await read(site, thing))?.appeal?.decided).toBe(isWon ? "won" : "lost");
      expect(lettersOf(site, "appealDecided")).toHaveLength(1);
      site.stop();
    }
  });

  it("waits again when a moderator takes the decision about it back", async () => {
    for (const [make, action] of THINGS.flatMap((one) =>
      (["approve", "reject"] as const).map((two) => [one, two] as const),
    )) {
      const { site, mine } = await begin();
      const thing = await make(site);
      await act(site, mine, thing, "reject");
      await site.send(thing.link, { action: "appeal", text: TEXT });
      const before = await read(site, thing);
      await act(site, mine, thing, action);
      expect((await act(site, mine, thing, "undo")).status).toBe(200);
      expect(await read(site, thing)).toMatchObject({
        state: before?.state,
        reason: REASON,
        appeal: before?.appeal,
      });
      expect(await waiting(site)).toBe(1);
      const contents = Object.entries(await transport.contents()).filter(([key]) =>
        key.startsWith("verdict:"),
      );
      expect(JSON.stringify(contents)).not.toContain(TEXT);
      site.stop();
    }
  });

  it("goes with what it is about when that is erased", async () => {
    for (const make of THINGS) {
      const { site, mine } = await begin();
      const thing = await make(site);
      await act(site, mine, thing, "hide");
      await act(site, mine, thing, "reject");
      await site.send(thing.link, { action: "appeal", text: TEXT });
      const erased = await site.send(thing.link, { action: thing.kind === "job" ? "erase" : "delete" });
      if (erased.status === 200) {
        expect((await read(site, thing))?.appeal).toBeNull();
        expect(await waiting(site)).toBe(0);
      }
      site.stop();
    }
  });
});
