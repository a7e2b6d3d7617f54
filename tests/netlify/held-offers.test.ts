import { describe, expect, it } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { ENDED_OFFER_TTL_DAYS } from "../../src/domain/kernel/limits.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { decide, moderatorToken, signedIn } from "../support/site/moderating.ts";
import {
  type Answer,
  createTestSite,
  type Fields,
  MODERATOR,
  type TestSite,
} from "../support/site/test-site.ts";

const FRAUD =
  "Yo lo hago, pero antes mándame un bizum de 50 euros por adelantado y una foto de tu DNI por los dos lados. Escríbeme por Telegram.";
const REASON = "Pide dinero por adelantado.";
const said = ({ status, body }: Answer) => `${status} ${String(body["code"] ?? body["state"])}`;

describeOnBoth("an offer that is suspicious", (transport) => {
  async function withHeld(): Promise<{ site: TestSite; job: string; offer: string }> {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const job = String((await site.send("/api/jobs", JOB)).body["id"]);
    await act(site, POSTER, { action: "confirm" });
    const sent = await site.send(`/api/jobs/${job}/offers`, { ...OFFER, message: FRAUD });
    expect(await act(site, HELPER, { action: "confirm" })).toBe("200 held");
    return { site, job, offer: String(sent.body["id"]) };
  }
  async function act(site: TestSite, who: string, fields: Fields): Promise<string> {
    const token = who === MODERATOR ? await moderatorToken(site) : site.token(who);
    return said(await site.send(`/api/links/${token}`, fields));
  }
  const names = (site: TestSite, to: string) =>
    site
      .mails()
      .filter((mail) => mail.to === to)
      .map(({ id }) => id.split("/")[0])
      .reverse();

  it("reaches nobody: its poster sees and gets nothing, its helper is told that it waits and why, in general words", async () => {
    const { site, job, offer } = await withHeld();
    const { body } = await site.read(`/api/jobs/${job}`);
    expect(body["offers"]).toBe(0);
    expect(JSON.stringify([body, (await site.read("/api/jobs")).body])).not.toMatch(/Luis|bizum|held/);
    expect(names(site, POSTER)).toEqual(["confirmJob", "jobPublished"]);
    expect(await act(site, POSTER, { action: "accept", offer })).toBe("404 offerNotFound");
    expect(await act(site, POSTER, { action: "decline", offer })).toBe("404 offerNotFound");
    const told = site.mails().find(({ id }) => id.startsWith("offerHeld"));
    expect(told?.to).toBe(HELPER);
    expect(told?.text).toMatch(/la va a leer una persona.*se parece a los mensajes de fraude/s);
    expect(told?.text).not.toMatch(/Telegram|señal|adelantado/);
    const { things } = await site.store.waiting(0, 9, site.clock.now);
    expect(things.map(({ why, linked }) => [why, linked.kind])).toEqual([["offer", "offer"]]);
    expect(said(await site.send(`/api/jobs/${job}/offers`, OFFER))).toBe("202 unconfirmed");
    expect(await act(site, HELPER, { action: "confirm" })).toBe("409 offerAlreadySent");
    site.stop();
  });

  it("let through comes with its warning, contact data masked, and can be accepted", async () => {
    const { site, job, offer } = await withHeld();
    expect(await act(site, MODERATOR, { action: "approve" })).toBe("200 sent");
    const letter = site.mails().find(({ id }) => id.startsWith("offerReceived"));
    expect(letter?.to).toBe(POSTER);
    expect(letter?.text).toMatch(/Atención\..*No adelantes dinero.*bizum/s);
    expect(names(site, HELPER)).toEqual(["confirmOffer", "offerHeld", "offerSent"]);
    expect((await site.read(`/api/jobs/${job}`)).body["offers"]).toBe(1);
    expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(0);
    expect(said(await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" }))).toBe(
      "200 sent",
    );
    expect(await act(site, MODERATOR, { action: "reject", reason: REASON })).toBe("409 offerSent");
    expect(await act(site, POSTER, { action: "accept", offer })).toBe("200 assigned");
    const [entry, ...more] = await site.store.newestDecisions(9);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: "offer", thing: offer, action: "approve", reason: null });
    expect(entry?.waited).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(entry)).not.toMatch(/bizum|telegram|dni|luis/i);
    site.stop();
  });

  it("refused is told to its helper alone, with the reason; they may make another", async () => {
    const { site, job } = await withHeld();
    expect(said(await site.send(`/api/links/${await moderatorToken(site)}`, { action: "reject" }))).toBe(
      "422 invalid",
    );
    expect(await act(site, MODERATOR, { action: "reject", reason: REASON })).toBe("200 rejected");
    expect(names(site, HELPER)).toEqual(["confirmOffer", "offerHeld", "offerRejected"]);
    expect(site.mails().find(({ id }) => id.startsWith("offerRejected"))?.text).toContain(REASON);
    expect(names(site, POSTER)).toEqual(["confirmJob", "jobPublished"]);
    await site.send(`/api/jobs/${job}/offers`, OFFER);
    expect(await act(site, HELPER, { action: "confirm" })).toBe("200 sent");
    site.stop();
  });

  describe("refused and appealed against by its helper", () => {
    const TEXT = "Es mi trabajo de siempre: pregúntenme lo que quieran.";
    async function withAppeal() {
      const { site, job, offer } = await withHeld();
      const helper = `/api/links/${site.token(HELPER)}`;
      expect(said(await site.send(helper, { action: "appeal", text: TEXT }))).toBe("409 offerHeld");
      await act(site, MODERATOR, { action: "reject", reason: REASON });
      site.clock.now += HOUR;
      expect(said(await site.send(helper, { action: "appeal", text: " " }))).toBe("422 invalid");
      expect(said(await site.send(helper, { action: "appeal", text: TEXT }))).toBe("200 rejected");
      expect((await site.send(helper, { action: "appeal", text: TEXT })).body["alreadyDone"]).toBe(true);
      const { things } = await site.store.waiting(0, 9, site.clock.now);
      expect(things.map(({ why, linked }) => [why, linked.kind])).toEqual([["offer", "offer"]]);
      expect(names(site, POSTER)).toEqual(["confirmJob", "jobPublished"]);
      return { site, job, offer, helper };
    }

    it("is told to the moderators at once; who is right has it sent, with the contact data masked", async () => {
      const { site, job, offer, helper } = await withAppeal();
      const letter = site.mails().find(({ to }) => to === MODERATOR);
      expect(letter?.text).toMatch(/Recurso sobre una propuesta\..*pregúntenme/s);
      expect(await act(site, MODERATOR, { action: "approve" })).toBe("200 sent");
      expect(names(site, HELPER).slice(-2)).toEqual(["appealDecided", "offerSent"]);
      const received = site.mails().find(({ id }) => id.startsWith("offerReceived"));
      expect(received?.to).toBe(POSTER);
      expect(JSON.stringify([received, (await site.read(`/api/jobs/${job}`)).body])).not.toContain(TEXT);
      expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(0);
      expect(said(await site.send(helper, { action: "appeal", text: TEXT }))).toBe("409 appealUsed");
      expect(await act(site, POSTER, { action: "accept", offer })).toBe("200 assigned");
      const log = await site.store.newestDecisions(9);
      expect(log.map(({ kind, action, appeal }) => [kind, action, appeal ?? null]).sort()).toEqual([
        ["offer", "approve", "won"],
        ["offer", "reject", null],
      ]);
      expect(JSON.stringify(log)).not.toContain(TEXT);
      site.stop();
    });

    it("stays refused where it is not right, with the new reason, and can't be appealed against again", async () => {
      const { site, job, offer, helper } = await withAppeal();
      const link = `/api/links/${await moderatorToken(site)}`;
      expect(said(await site.send(link, { action: "reject" }))).toBe("422 invalid");
      expect(said(await site.send(link, { action: "reject", reason: "Sigue pidiendo dinero." }))).toBe(
        "200 rejected",
      );
      expect(site.mails().find(({ to }) => to === HELPER)?.text).toContain("Sigue pidiendo dinero.");
      expect(names(site, HELPER).at(-1)).toBe("appealDecided");
      expect(said(await site.send(helper, { action: "appeal", text: TEXT }))).toBe("409 appealUsed");
      expect(await site.store.readOffer(job, offer, site.clock.now)).toMatchObject({
        state: "rejected",
        reason: "Sigue pidiendo dinero.",
        appeal: { decided: "lost" },
      });
      expect(names(site, POSTER)).toEqual(["confirmJob", "jobPublished"]);
      expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(0);
      site.stop();
    });

    it("is not granted where its helper has made another, nor once the favour is over", async () => {
      const { site, job } = await withAppeal();
      const link = `/api/links/${await moderatorToken(site)}`;
      await site.send(`/api/jobs/${job}/offers`, OFFER);
      expect(await act(site, HELPER, { action: "confirm" })).toBe("200 sent");
      expect(said(await site.send(link, { action: "approve" }))).toBe("409 offerAlreadySent");
      expect(await act(site, HELPER, { action: "withdraw" })).toBe("200 withdrawn");
      expect(await act(site, POSTER, { action: "withdraw", reason: "ya-no" })).toBe("200 withdrawn");
      expect(said(await site.send(link, { action: "approve" }))).toBe("409 jobWithdrawn");
      expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(1);
      site.stop();
    });

    it("is kept for as long as it waits, and forgotten some time after it was lost", async () => {
      const { site, job, offer } = await withAppeal();
      const stored = () => site.store.readOffer(job, offer, site.clock.now);
      site.clock.now += (ENDED_OFFER_TTL_DAYS + 1) * DAY;
      await sweep(site.services);
      const cookie = await signedIn(site);
      const ids = `${offer}:${String((await stored())?.version)}`;
      expect((await decide(site, cookie, { ids, action: "reject", reason: REASON })).status).toBe(200);
      site.clock.now += 2 * DAY;
      await sweep(site.services);
      expect(await stored()).toMatchObject({ state: "rejected", appeal: { decided: "lost" } });
      site.clock.now += (ENDED_OFFER_TTL_DAYS - 2) * DAY;
      expect(await stored()).toBeNull();
      await sweep(site.services);
      expect(JSON.stringify(await transport.contents())).not.toContain("pregúntenme");
      site.stop();
    });

    it("is forgotten with the offer when its helper erases it", async () => {
      const { site, helper } = await withAppeal();
      expect((await site.send(helper, { action: "erase" })).status).toBe(200);
      expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(0);
      expect(JSON.stringify(await transport.contents())).not.toContain("pregúntenme");
      site.stop();
    });
  });

  it("that an edit makes so leaves its poster's sight, and an edit never clears what is held", async () => {
    const { site, job } = await withHeld();
    await act(site, HELPER, { action: "withdraw" });
    const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
    expect(await act(site, HELPER, { action: "confirm" })).toBe("200 sent");
    expect(await act(site, HELPER, { ...OFFER, action: "edit", message: FRAUD })).toBe("200 held");
    expect((await site.read(`/api/jobs/${job}`)).body["offers"]).toBe(0);
    expect(await act(site, POSTER, { action: "accept", offer: String(body["id"]) })).toBe(
      "404 offerNotFound",
    );
    expect(await act(site, HELPER, { ...OFFER, action: "edit", message: "Lo hago el lunes." })).toBe(
      "200 held",
    );
    expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(1);
    site.stop();
  });

  it.each(["approve", "reject"])(
    "at one moment it is taken back and a moderator asks to %s it: one counts",
    async (action) => {
      for (let round = 0; round < 5; round += 1) {
        const { site, job, offer } = await withHeld();
        const helper = `/api/links/${site.token(HELPER)}`;
        const moderator = `/api/links/${await moderatorToken(site)}`;
        const [taken, decidedBy] = await Promise.all([
          site.send(helper, { action: "withdraw" }),
          site.send(moderator, { action, reason: REASON }),
        ]);
        const stored = await site.store.readOffer(job, offer, site.clock.now);
        const offers = (await site.read(`/api/jobs/${job}`)).body["offers"];
        if (stored?.state === "withdrawn") {
          expect(taken.status).toBe(200);
          // Approved first, an offer can still be taken back; taken back first, it can't be decided about.
          expect([200, 409]).toContain(decidedBy.status);
          expect(offers).toBe(0);
        } else {
          expect(action).toBe("reject");
          expect([taken.status, decidedBy.status, stored?.state]).toEqual([409, 200, "rejected"]);
        }
        expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(0);
        site.stop();
      }
    },
  );

  it("is decided about by two moderators at one moment: one letter leaves", async () => {
    const { site } = await withHeld();
    const moderator = `/api/links/${await moderatorToken(site)}`;
    const answers = await Promise.all(
      ["approve", "reject", "approve"].map((action) => site.send(moderator, { action, reason: REASON })),
    );
    expect(answers.filter(({ status, body }) => status === 200 && body["alreadyDone"] !== true)).toHaveLength(
      1,
    );
    const ends = names(site, HELPER).filter((name) => name === "offerSent" || name === "offerRejected");
    expect(ends).toHaveLength(1);
    site.stop();
  });
});
