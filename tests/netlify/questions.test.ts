import { describe, expect, it } from "vitest";
import { QUESTIONS_A_SIDE } from "../../src/domain/kernel/limits.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { decide, moderatorToken, signedIn, tellNow } from "../support/site/moderating.ts";
import {
  createTestSite,
  MODERATOR,
  type Answer,
  type Fields,
  type TestSite,
} from "../support/site/test-site.ts";

const said = ({ status, body }: Answer) => `${status} ${String(body["code"] ?? body["state"])}`;
const FRAUD =
  "Ingresa un adelanto y te devuelvo el doble, trabaja desde casa y gana dinero fácil con bit.ly/x";

interface Talk {
  readonly site: TestSite;
  readonly job: string;
  readonly offer: string;
  poster(fields: Fields): Promise<string>;
  helper(fields: Fields): Promise<string>;
  /** Letters of this name, oldest first. */
  letters(name: string): { to: string; text: string }[];
}

/** A favour with an offer that waits for an answer. */
async function talk(site: TestSite): Promise<Talk> {
  const asked = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const posters = site.token(POSTER);
  const job = String(asked.body["id"]);
  const offered = await site.send(`/api/jobs/${job}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  const helpers = site.token(HELPER);
  const offer = String(offered.body["id"]);
  return {
    site,
    job,
    offer,
    poster: async (fields) => said(await site.send(`/api/links/${posters}`, { offer, ...fields })),
    helper: async (fields) => said(await site.send(`/api/links/${helpers}`, fields)),
    letters: (name) =>
      site
        .mails()
        .filter(({ id }) => id.startsWith(`${name}/`))
        .map(({ to, text }) => ({ to, text }))
        .reverse(),
  };
}

const ask = (text: string): Fields => ({ action: "ask", text });

describeOnBoth("questions before deciding", (transport) => {
  const begin = async () =>
    talk(await createTestSite({ store: await transport.freshStore(), limits: false }));

  it("go to the other side by mail, without contact data or links, and to nobody else", async () => {
    const { site, job, poster, helper, letters } = await begin();
    expect(await poster(ask("¿Cabe por la escalera? Llama al 612 34 56 78 o mira www.ejemplo.es"))).toBe(
      "200 sent",
    );
    expect(await helper(ask("Sí, mide 80 cm."))).toBe("200 sent");
    const told = letters("questionAsked");
    expect(told.map(({ to }) => to)).toEqual([HELPER, POSTER]);
    expect(told[0]?.text).toContain("¿Cabe por la escalera?");
    expect(told[0]?.text).not.toMatch(/612 34 56 78|www\.ejemplo\.es/);
    expect(JSON.stringify((await site.read(`/api/jobs/${job}`)).body)).not.toMatch(/escalera|80 cm/);
    site.stop();
  });

  it("are ten a side, of 500 characters", async () => {
    const { site, poster, helper } = await begin();
    expect(await poster(ask(" "))).toBe("422 invalid");
    expect(await poster(ask("a".repeat(501)))).toBe("422 invalid");
    for (let n = 1; n <= QUESTIONS_A_SIDE; n += 1) expect(await poster(ask("¿Y eso?"))).toBe("200 sent");
    expect(await poster(ask("¿Y eso?"))).toBe("409 questionsFull");
    expect(await helper(ask("á".repeat(500)))).toBe("200 sent");
    site.stop();
  });

  it("count once for the same form", async () => {
    const { site, poster, job, offer, letters } = await begin();
    const form = { ...ask("¿Cabe?"), formId: "0b0e7a0e-1111-4222-8333-944444444444" };
    await Promise.all([poster(form), poster(form), poster(form)]);
    expect((await site.store.readOffer(job, offer, site.clock.now))?.questions).toHaveLength(1);
    expect(letters("questionAsked")).toHaveLength(1);
    site.stop();
  });

  it.each(["poster", "helper"] as const)("end when the %s wants no more", async (side) => {
    const at = await begin();
    const other = side === "poster" ? at.helper : at.poster;
    expect(await at[side]({ action: "closeQuestions" })).toBe("200 closed");
    expect(await at[side]({ action: "closeQuestions" })).toBe("200 closed");
    expect(await other(ask("¿Cabe?"))).toBe("403 questionsClosed");
    expect(await at[side](ask("¿Cabe?"))).toBe("403 questionsClosed");
    expect(await at.poster({ action: "accept" })).toBe("200 assigned");
    at.site.stop();
  });

  it("don't make another version of what the poster accepts or the helper edits", async () => {
    const { site, job, offer, poster, helper } = await begin();
    const read = await site.store.readOffer(job, offer, site.clock.now);
    const version = String(read?.version);
    await helper(ask("¿Tiene ascensor?"));
    await poster(ask("No, es un segundo."));
    expect(
      await helper({
        action: "edit",
        version,
        message: "Lo hago encantado, pero necesito ayuda para subirlo.",
      }),
    ).toBe("200 sent");
    expect(await poster({ action: "accept", offerVersion: version })).toBe("409 offerChanged");
    expect(await poster({ action: "accept" })).toBe("200 assigned");
    expect(await poster(ask("¿A qué hora?"))).toBe("409 offerAccepted");
    expect(await helper(ask("¿A qué hora?"))).toBe("409 offerAccepted");
    expect(await helper({ action: "closeQuestions" })).toBe("409 offerAccepted");
    site.stop();
  });

  it("of somebody suspicious wait for a moderator, who passes them on or says why not", async () => {
    const { site, helper, letters } = await begin();
    expect(await helper(ask(FRAUD))).toBe("200 held");
    expect(await helper(ask(`${FRAUD} otra vez`))).toBe("200 held");
    expect(letters("questionAsked")).toEqual([]);
    await tellNow(site);
    const told = letters("moderateQueue");
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set([MODERATOR]));
    for (const { text } of told) expect(text).toContain("un mensaje entre las dos partes");
    const { things } = await site.store.waiting(0, 10, site.clock.now);
    expect(things.map(({ why, linked }) => `${why} ${linked.kind}`)).toEqual([
      "question question",
      "question question",
    ]);
    const [first, second] = things.map(({ linked }) =>
      linked.kind === "question" ? linked.question.id : "",
    );
    const cookie = await signedIn(site);
    const reason = "Pide dinero por adelantado.";
    const decided = (action: string, ids: string) => decide(site, cookie, { action, ids, reason });
    expect((await decided("approve", `${first}:1`)).body["done"]).toEqual([first]);
    expect((await decided("reject", `${second}:2`)).status).toBe(409);
    expect((await decided("reject", `${second}:1`)).body["done"]).toEqual([second]);
    expect(letters("questionAsked").map(({ to }) => to)).toEqual([POSTER]);
    expect(letters("questionRejected").map(({ to }) => to)).toEqual([HELPER]);
    expect(letters("questionRejected")[0]?.text).toContain("Pide dinero por adelantado.");
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(0);
    expect(
      (await site.store.newestDecisions(2)).map(({ kind, action }) => `${kind} ${action}`).sort(),
    ).toEqual(["question approve", "question reject"]);
    site.stop();
  });

  it("that wait leave the queue with their offer, and can be decided by the letter's link", async () => {
    const { site, helper, poster, letters } = await begin();
    await helper(ask(FRAUD));
    const link = `/api/links/${await moderatorToken(site)}`;
    expect(await poster({ action: "decline" })).toBe("200 declined");
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(0);
    expect(said(await site.send(link, { action: "approve" }))).toBe("409 offerDeclined");
    expect(await poster({ action: "undo" })).toBe("200 sent");
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(1);
    expect(said(await site.send(link, { action: "approve" }))).toBe("200 sent");
    expect(said(await site.send(link, { action: "approve" }))).toBe("200 sent");
    expect(letters("questionAsked").map(({ to }) => to)).toEqual([POSTER]);
    site.stop();
  });

  it("are gone with the offer, and with the favour", async () => {
    const first = await begin();
    await first.poster(ask("¿Cabe por la escalera?"));
    await first.helper({ action: "erase" });
    expect(await first.site.store.readOffer(first.job, first.offer, first.site.clock.now)).toBeNull();
    first.site.stop();

    const second = await begin();
    await second.poster(ask("¿Cabe por la escalera?"));
    await second.helper(ask(FRAUD));
    await second.poster({ action: "decline" });
    await second.poster({ action: "erase" });
    const offer = await second.site.store.readOffer(second.job, second.offer, second.site.clock.now);
    expect(offer?.questions).toEqual([]);
    second.site.stop();
  });

  it("can be reported by who got them and by nobody else; what was said stays with the report", async () => {
    const { site, job, offer, poster, helper, letters } = await begin();
    await helper(ask("Eres tonta"));
    const id = (await site.store.readOffer(job, offer, site.clock.now))?.questions[0]?.id ?? "";
    const report = { kind: "question", id, reason: "ofensivo" };
    expect((await site.send("/api/reports", { ...report, email: "otra@example.org" })).status).toBe(202);
    expect((await site.send("/api/reports", { ...report, email: HELPER })).status).toBe(202);
    expect(letters("confirmReport")).toEqual([]);
    const sent = await site.send("/api/reports", { ...report, email: POSTER });
    expect(letters("confirmReport").map(({ to }) => to)).toEqual([POSTER]);
    expect(said(await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" }))).toBe(
      "200 received",
    );
    await poster({ action: "decline" });
    await helper({ action: "erase" });
    const kept = await site.store.read("report", String(sent.body["id"]));
    expect(kept?.quote).toEqual({ by: "helper", text: "Eres tonta" });
    const { things, total } = await site.store.waiting(0, 10, site.clock.now);
    expect(total).toBe(1);
    const [thing] = things;
    expect(thing?.linked.kind === "question" && thing.linked.question.text).toBe("Eres tonta");
    const ids = `${String(sent.body["id"])}:2`;
    expect((await decide(site, await signedIn(site), { action: "uphold", ids })).body["done"]).toHaveLength(
      1,
    );
    expect(letters("reportDecided").map(({ to }) => to)).toEqual([POSTER]);
    site.stop();
  });
});

describeOnBoth("a question at the same moment", (transport) => {
  it.each([
    ["the poster accepts", "poster", { action: "accept" }],
    ["the poster declines", "poster", { action: "decline" }],
    ["the helper withdraws", "helper", { action: "withdraw" }],
    ["the poster withdraws the favour", "poster", { action: "withdraw", reason: "ya-no" }],
    ["the helper wants no more", "helper", { action: "closeQuestions" }],
  ] as const)("as %s: the one that comes second sees the first", async (_, side, fields) => {
    const at = await talk(await createTestSite({ store: await transport.freshStore(), limits: false }));
    const [asked, ended] = await Promise.all([at.helper(ask("¿Cabe?")), at[side](fields)]);
    expect(ended).toMatch(/^200 /);
    const offer = await at.site.store.readOffer(at.job, at.offer, at.site.clock.now);
    const delivered = at.letters("questionAsked").length;
    expect(offer?.questions).toHaveLength(delivered);
    if (asked === "200 sent") expect(delivered).toBe(1);
    else {
      expect(asked).toMatch(/^(409 (offer|job)[A-Z]|409 conflict|403 questionsClosed)/);
      expect(delivered).toBe(0);
    }
    at.site.stop();
  });

  it("as several others are written: each is there once, and none beyond ten", async () => {
    const at = await talk(await createTestSite({ store: await transport.freshStore(), limits: false }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => [
        await at.poster(ask(`¿Cuántos son ${n}?`)),
        await at.helper(ask(`Son ${n}.`)),
      ]),
    );
    const taken = answers.flat().filter((answer) => answer === "200 sent");
    const offer = await at.site.store.readOffer(at.job, at.offer, at.site.clock.now);
    expect(offer?.questions).toHaveLength(taken.length);
    expect(new Set(offer?.questions.map(({ id }) => id)).size).toBe(taken.length);
    at.site.stop();
  });
});

describe("an offer of before questions", () => {
  it("reads as one that nothing was asked about, by links that don't name the action", async () => {
    const at = await talk(await createTestSite({ limits: false }));
    const link = await at.site.store.read("link", at.offer);
    if (link === null) throw new Error("the helper has no link");
    const older = link.actions.filter((action) => action !== "ask" && action !== "closeQuestions");
    const after = { ...link, version: link.version, actions: older };
    expect(older).toContain("withdraw");
    await at.site.store.commit(
      { guards: [], changes: [{ kind: "link", before: link, after }], counts: [], mails: [], purge: [] },
      at.site.clock.now,
    );
    expect(await at.helper(ask("¿Cabe?"))).toBe("200 sent");
    at.site.stop();
  });
});
