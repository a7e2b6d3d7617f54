import { describe, expect, it } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { ENDED_OFFER_TTL_DAYS } from "../../src/domain/kernel/limits.ts";
import { STANDING_MIN } from "../../src/domain/kernel/thanks-limits.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import { publicThanks } from "../../src/views/thanks.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { decide, signedIn, tellNow } from "../support/site/moderating.ts";
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

interface Favour {
  readonly job: string;
  poster(fields: Fields): Promise<string>;
  helper(fields: Fields): Promise<string>;
}

interface People {
  readonly poster?: Fields;
  readonly helper?: Fields;
}

/** A favour that somebody did. */
async function doneFavour(site: TestSite, { poster = {}, helper = {} }: People = {}): Promise<Favour> {
  const asking = { ...JOB, ...poster };
  const offering = { ...OFFER, ...helper };
  const asked = await site.send("/api/jobs", asking);
  await site.send(`/api/links/${site.token(asking["email"] ?? "")}`, { action: "confirm" });
  const posters = site.token(asking["email"] ?? "");
  const job = String(asked.body["id"]);
  const offered = await site.send(`/api/jobs/${job}/offers`, offering);
  await site.send(`/api/links/${site.token(offering["email"] ?? "")}`, { action: "confirm" });
  const helpers = site.token(offering["email"] ?? "");
  const offer = String(offered.body["id"]);
  await site.send(`/api/links/${posters}`, { action: "accept", offer });
  await site.send(`/api/links/${posters}`, { action: "complete" });
  return {
    job,
    poster: async (fields) => said(await site.send(`/api/links/${posters}`, fields)),
    helper: async (fields) => said(await site.send(`/api/links/${helpers}`, fields)),
  };
}

function letters(site: TestSite, name: string): { to: string; text: string }[] {
  return site
    .mails()
    .filter(({ id }) => id.startsWith(`${name}/`))
    .map(({ to, text }) => ({ to, text }))
    .reverse();
}

async function shown(site: TestSite, id: string): Promise<string[]> {
  const job = await site.store.read("job", id);
  return job === null ? [] : publicThanks(job).map(({ by, text }) => `${by}: ${text}`);
}

const thank = (text: string): Fields => ({ action: "thank", text });

describeOnBoth("thank-yous", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    return { site, ...(await doneFavour(site)) };
  };

  it("are public once whom they thank agrees, masked, and not before", async () => {
    const { site, job, poster, helper } = await begin();
    expect(await poster(thank("Un encanto. Llamadle al 612 34 56 78, vale la pena."))).toBe("200 written");
    expect(letters(site, "thanksWritten").map(({ to }) => to)).toEqual([HELPER]);
    expect(letters(site, "thanksWritten")[0]?.text).not.toContain("612 34 56 78");
    expect(await shown(site, job)).toEqual([]);
    expect(await poster({ action: "agree" })).toBe("404 thanksNotFound");
    expect(await helper({ action: "agree" })).toBe("200 published");
    expect(letters(site, "thanksPublished").map(({ to }) => to)).toEqual([POSTER]);
    expect(await shown(site, job)).toEqual([
      expect.stringMatching(/^poster: Un encanto\. Llamadle al (?!612)/),
    ]);
    expect(await helper({ action: "withhold" })).toBe("409 thanksDecided");
    expect(await helper(thank("Gracias a ti, Ana, por el bizcocho."))).toBe("200 written");
    expect(await poster({ action: "withhold" })).toBe("200 withheld");
    expect(await poster({ action: "agree" })).toBe("409 thanksDecided");
    expect(await shown(site, job)).toHaveLength(1);
    site.stop();
  });

  it("have ten to three hundred characters, come once a side and only when the favour is done", async () => {
    const { site, poster } = await begin();
    expect(await poster(thank("Gracias"))).toBe("422 invalid");
    expect(await poster(thank("g".repeat(301)))).toBe("422 invalid");
    expect(await poster(thank("á".repeat(300)))).toBe("200 written");
    expect(await poster(thank("Otra vez, muchas gracias."))).toBe("200 written");
    expect(letters(site, "thanksWritten")).toHaveLength(1);
    const asked = await site.send("/api/jobs", { ...JOB, email: "iris@example.org" });
    expect(asked.status).toBe(202);
    await site.send(`/api/links/${site.token("iris@example.org")}`, { action: "confirm" });
    const link = `/api/links/${site.token("iris@example.org")}`;
    expect(said(await site.send(link, thank("Muchas gracias a todos.")))).toBe("409 jobOpen");
    site.stop();
  });

  it("that are suspicious reach nobody until a moderator lets them through", async () => {
    const { site, job, poster, helper } = await begin();
    expect(await poster(thank(FRAUD))).toBe("200 held");
    expect(letters(site, "thanksWritten")).toEqual([]);
    await tellNow(site);
    expect(letters(site, "moderateQueue").map(({ to }) => to)).toEqual([MODERATOR]);
    expect(await helper({ action: "agree" })).toBe("404 thanksNotFound");
    const { things } = await site.store.waiting(0, 10, site.clock.now);
    expect(things.map(({ why, linked }) => `${why} ${linked.kind}`)).toEqual(["thanks thanks"]);
    const cookie = await signedIn(site);
    const id = (await site.store.read("job", job))?.thanks[0]?.id ?? "";
    expect((await decide(site, cookie, { action: "approve", ids: `${id}:2` })).status).toBe(409);
    expect((await decide(site, cookie, { action: "approve", ids: `${id}:1` })).body["done"]).toEqual([id]);
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(0);
    expect(letters(site, "thanksWritten").map(({ to }) => to)).toEqual([HELPER]);
    expect(await helper({ action: "agree" })).toBe("200 published");
    const hidden = await decide(site, cookie, { action: "hide", ids: `${id}:3`, reason: "Es publicidad." });
    expect(hidden.body["done"]).toEqual([id]);
    expect(await shown(site, job)).toEqual([]);
    expect(letters(site, "thanksRejected")[0]?.text).toContain("Es publicidad.");
    expect((await decide(site, cookie, { action: "restore", ids: `${id}:4` })).body["done"]).toEqual([id]);
    expect(await shown(site, job)).toHaveLength(1);
    site.stop();
  });

  it("can be rejected by the letter's link, and who wrote them is told why", async () => {
    const { site, helper, poster } = await begin();
    expect(await helper(thank(FRAUD))).toBe("200 held");
    const link = `/api/links/${site.token(MODERATOR)}`;
    expect(said(await site.send(link, { action: "reject", reason: "Pide dinero." }))).toBe("200 withheld");
    expect(letters(site, "thanksRejected").map(({ to }) => to)).toEqual([HELPER]);
    expect(await poster({ action: "agree" })).toBe("409 thanksDecided");
    site.stop();
  });

  it("that three people report wait for a moderator, who takes them away or lets them stand", async () => {
    const { site, job, poster, helper } = await begin();
    await poster(thank("Este hombre es un ladrón y un inútil."));
    const id = (await site.store.read("job", job))?.thanks[0]?.id ?? "";
    const report = (email: string) =>
      site.send("/api/reports", { kind: "thanks", id, reason: "ofensivo", email });
    expect((await report("otra@example.org")).status).toBe(202);
    expect(letters(site, "confirmReport")).toEqual([]);
    await helper({ action: "agree" });
    for (const name of ["uno", "dos", "tres"]) {
      await report(`${name}@example.org`);
      await site.send(`/api/links/${site.token(`${name}@example.org`)}`, { action: "confirm" });
    }
    expect(await shown(site, job)).toEqual([]);
    const { things } = await site.store.waiting(0, 10, site.clock.now);
    expect(things.map(({ why }) => why).sort()).toEqual(["report", "report", "report", "thanks"]);
    const cookie = await signedIn(site);
    expect((await decide(site, cookie, { action: "approve", ids: `${id}:3` })).body["done"]).toEqual([id]);
    expect(await shown(site, job)).toHaveLength(1);
    expect(letters(site, "reportDecided")).toHaveLength(3);
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(0);
    site.stop();
  });

  it("go with whoever erases themselves; a reported one stays with its report", async () => {
    const first = await begin();
    await first.poster(thank("Un encanto de persona, repetiré."));
    await first.helper({ action: "agree" });
    const id = (await first.site.store.read("job", first.job))?.thanks[0]?.id ?? "";
    await first.site.send("/api/reports", { kind: "thanks", id, reason: "datos", email: "uno@example.org" });
    await first.site.send(`/api/links/${first.site.token("uno@example.org")}`, { action: "confirm" });
    await first.helper({ action: "erase" });
    const left = await first.site.store.read("job", first.job);
    expect([left?.thanks, left?.doneBy]).toEqual([[], null]);
    const { things } = await first.site.store.waiting(0, 10, first.site.clock.now);
    expect(things[0]?.linked.kind === "thanks" && things[0].linked.thanks.text).toBe(
      "Un encanto de persona, repetiré.",
    );
    first.site.stop();

    const second = await begin();
    await second.helper(thank("Gracias por el bizcocho, Ana."));
    await second.poster({ action: "erase" });
    const text = JSON.stringify(await second.site.store.read("job", second.job));
    expect(text).not.toMatch(/bizcocho|Luis|luis@/);
    second.site.stop();
  });
});

describeOnBoth("agreeing and withholding at once", (transport) => {
  it.each([1, 2, 3])("has one winner, and the other is told (%i)", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const { job, poster, helper } = await doneFavour(site);
    await poster(thank("Un encanto de persona, repetiré."));
    const answers = await Promise.all([helper({ action: "agree" }), helper({ action: "withhold" })]);
    const state = (await site.store.read("job", job))?.thanks[0]?.state;
    expect(["published", "withheld"]).toContain(state);
    expect(answers.filter((answer) => answer === `200 ${String(state)}`)).toHaveLength(1);
    expect(answers.filter((answer) => answer === "409 thanksDecided")).toHaveLength(1);
    expect(letters(site, "thanksPublished")).toHaveLength(state === "published" ? 1 : 0);
    site.stop();
  });

  it("both sides' own words are kept when they are written at once", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const { job, poster, helper } = await doneFavour(site);
    const answers = await Promise.all([
      poster(thank("Un encanto de persona, repetiré.")),
      helper(thank("Gracias por el bizcocho, Ana.")),
    ]);
    expect(answers).toEqual(["200 written", "200 written"]);
    expect((await site.store.read("job", job))?.thanks).toHaveLength(2);
    site.stop();
  });
});

describeOnBoth("the data of who did a favour", (transport) => {
  const own = async (site: TestSite, email: string) => {
    await site.send("/api/my-data", { email });
    return `/api/links/${site.token(email)}`;
  };

  it("have it with its thanks, also when the offer is forgotten, and are gone when erased", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const { job, poster, helper } = await doneFavour(site);
    await helper(thank("Gracias por el bizcocho de limón."));
    await poster(thank("Todo perfecto, un encanto."));
    const { signer } = site.services;
    const deeds = async () => (await transport.contents())[`deeds:${signer.addressId(HELPER)}`];
    expect(await deeds()).toBeDefined();
    site.clock.now += (ENDED_OFFER_TTL_DAYS + 1) * DAY;
    await sweep(site.services);
    expect((await site.store.offersOf(job, site.clock.now)).offers).toEqual([]);

    const link = await own(site, HELPER);
    const file = (await site.send(link, { action: "export" })).body;
    expect(file["favoursDone"]).toMatchObject([
      { id: job, thanks: { text: "Gracias por el bizcocho de limón.", state: "written" } },
    ]);
    expect(JSON.stringify(file)).not.toContain("Todo perfecto");
    const posters = (await site.send(await own(site, POSTER), { action: "export" })).body;
    expect(posters["favours"]).toMatchObject([{ id: job, thanks: { text: "Todo perfecto, un encanto." } }]);
    expect(JSON.stringify(posters)).not.toContain("bizcocho de limón");

    expect((await site.send(link, { action: "erase" })).body).toEqual({ state: "erased" });
    expect(await deeds()).toBeUndefined();
    expect(await site.store.read("job", job)).toMatchObject({ state: "done", doneBy: null, thanks: [] });
    const left = JSON.stringify(await transport.contents());
    expect(left).not.toContain("bizcocho de limón");
    expect(letters(site, "dataErased").map(({ to }) => to)).toEqual([HELPER]);
    site.stop();
  });
});

describeOnBoth("the favours that somebody did", (transport) => {
  const standingOfHelper = async (site: TestSite) => {
    const [standing] = await site.store.standings([site.services.signer.addressId(HELPER)]);
    return standing ?? null;
  };

  it("are told from three people on, each once, and not while a reward is missing", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const began = site.clock.now;
    const favours: Favour[] = [];
    for (const email of ["a+1@example.org", "a+2@example.org", "b@example.org"]) {
      favours.push(await doneFavour(site, { poster: { email } }));
      site.clock.now += DAY;
    }
    expect(await standingOfHelper(site)).toBeNull();
    const last = await doneFavour(site, { poster: { email: "c@example.org" } });
    expect(await standingOfHelper(site)).toEqual({ count: STANDING_MIN, since: began });
    expect(await last.helper({ action: "rewardMissing", reason: "No me ha pagado." })).toBe("200 claimed");
    expect(await standingOfHelper(site)).toBeNull();
    expect(await last.helper({ action: "settle" })).toBe("200 settled");
    expect((await standingOfHelper(site))?.count).toBe(3);
    expect(await last.helper({ action: "erase" })).toBe("200 withdrawn");
    expect(await standingOfHelper(site)).toBeNull();
    site.stop();
  });
});

describe("whether they are shown", () => {
  it("is asked for with each favour and each offer, is off by default, and changing it disturbs nobody", async () => {
    const site = await createTestSite({ limits: false });
    const asked = await site.send("/api/jobs", JOB);
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
    const link = `/api/links/${site.token(POSTER)}`;
    const id = String(asked.body["id"]);
    expect((await site.store.read("job", id))?.standing).toBe(false);
    const offered = await site.send(`/api/jobs/${id}/offers`, { ...OFFER, standing: "on" });
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    const read = () => site.store.readOffer(id, String(offered.body["id"]), site.clock.now);
    expect(await read()).toMatchObject({ standing: true, state: "sent" });
    const before = site.mails().length;
    expect(said(await site.send(link, { action: "edit", standing: "on" }))).toBe("200 open");
    expect(await site.store.read("job", id)).toMatchObject({ standing: true, revision: 1 });
    expect(
      said(await site.send(`/api/links/${site.token(HELPER)}`, { action: "edit", standing: "off" })),
    ).toBe("200 sent");
    expect(await read()).toMatchObject({ standing: false, state: "sent" });
    expect(site.mails()).toHaveLength(before);
    site.stop();
  });
});
