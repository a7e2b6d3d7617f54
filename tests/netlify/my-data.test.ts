import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { REMEMBER_DAYS } from "../../src/domain/kernel/limits.ts";
import { MY_DATA_LINK_TTL_HOURS } from "../../src/domain/kernel/own-data-limits.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { createStore } from "../../src/store/store.ts";
import {
  COMMENT,
  COMMENTER,
  HELPER,
  JOB,
  JOINER,
  MESSAGE,
  OFFER,
  POSTER,
  REWARD,
} from "../support/site/forms.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { moderatorToken } from "../support/site/moderating.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

describeOnBoth("one's own data", (transport) => {
  let site: TestSite;
  beforeEach(async () => {
    site = await createTestSite({
      store: createStore(await transport.freshClient(), "embedded"),
      limits: false,
    });
  });
  afterEach(() => {
    site.stop();
  });

  const CONFIRM = { action: "confirm" };
  const ask = (email: string) => site.send("/api/my-data", { email });
  const act = (token: string, fields: Fields) => site.send(`/api/links/${token}`, fields);
  const confirm = (email: string) => act(site.token(email), CONFIRM);
  const letters = (to: string, subject: string) =>
    site.mails().filter((mail) => mail.to === to && mail.subject.startsWith(subject));

  /** The token of the link to everything of an address. */
  async function ownLink(email: string): Promise<string> {
    await ask(email);
    return site.token(email);
  }

  async function askForFavour(email = POSTER): Promise<{ id: string; token: string }> {
    const { body } = await site.send("/api/jobs", { ...JOB, email });
    await confirm(email);
    return { id: String(body["id"]), token: site.token(email) };
  }

  async function offerFor(job: string, email = HELPER): Promise<{ id: string; token: string }> {
    const { body } = await site.send(`/api/jobs/${job}/offers`, { ...OFFER, email });
    await confirm(email);
    return { id: String(body["id"]), token: site.token(email) };
  }

  /** One of everything under one address. */
  async function oneOfEach(email: string): Promise<string> {
    const other = await askForFavour("otra@example.org");
    const own = await askForFavour(email);
    await offerFor(other.id, email);
    await site.send("/api/jobs/" + (await askForFavour("tercera@example.org")).id + "/rewards", {
      ...REWARD,
      email,
    });
    await confirm(email);
    await site.send("/api/comments", { ...COMMENT, email });
    await confirm(email);
    await site.send("/api/contact", { ...MESSAGE, email });
    await site.send("/api/comments", { ...COMMENT, text: "Otro, sin confirmar.", email });
    return own.id;
  }

  describe("is asked for", () => {
    it("with the same bytes whether or not there is anything, and nobody unknown gets a letter", async () => {
      await askForFavour();
      const [known, unknown] = [await ask(POSTER), await ask("nadie@example.org")];
      expect([known.status, known.body]).toEqual([202, { state: "asked" }]);
      expect([unknown.status, unknown.body]).toEqual([202, known.body]);
      expect(letters(POSTER, "Tus datos")).toHaveLength(1);
      expect(site.mails().filter(({ to }) => to === "nadie@example.org")).toEqual([]);
    });

    it("behind the answer only", async () => {
      await askForFavour();
      const { myData } = await import("../../netlify/forms/my-data.ts");
      const behind: Promise<unknown>[] = [];
      const waitUntil = (work: Promise<unknown>) => void behind.push(work);
      const deps = { ...site.services, clientIp: "203.0.113.9", waitUntil };
      const init = { method: "POST", headers: { "content-type": "application/json" } };
      const body = JSON.stringify({ email: POSTER });
      const request = new Request("https://makethejobs.test/api/my-data", { ...init, body });
      expect((await myData(request, deps, {})).status).toBe(202);
      expect(letters(POSTER, "Tus datos")).toEqual([]);
      await Promise.all(behind);
      expect(letters(POSTER, "Tus datos")).toHaveLength(1);
    });

    it("by a link that dies", async () => {
      await askForFavour();
      const token = await ownLink(POSTER);
      expect((await act(token, { action: "export" })).status).toBe(200);
      site.clock.now += MY_DATA_LINK_TTL_HOURS * HOUR + 1;
      expect((await act(token, { action: "export" })).status).toBe(410);
    });

    it("by a link that does nothing else", async () => {
      await askForFavour();
      const token = await ownLink(POSTER);
      for (const action of ["withdraw", "approve", "delete"]) {
        expect((await act(token, { action })).status).toBe(422);
      }
    });
  });

  describe("is exported", () => {
    it("as a file, to programs and plain forms, with everything of the address and nothing of anybody else", async () => {
      await oneOfEach(COMMENTER);
      const token = await ownLink(COMMENTER);
      const answer = await act(token, { action: "export" });
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z-]+\.json"$/);
      expect(answer.headers.get("cache-control")).toContain("no-store");
      const counts = ["favours", "offers", "joinedRewards", "comments", "messages"].map(
        (name) => (answer.body[name] as unknown[]).length,
      );
      expect(counts).toEqual([1, 1, 1, 2, 1]);
      const text = JSON.stringify(answer.body);
      expect(text).toContain("Otro, sin confirmar.");
      expect(text).not.toMatch(/otra@example\.org|tercera@example\.org/);
      const plain = await site.submit(`/api/links/${token}`, { action: "export" });
      expect(plain.status).toBe(200);
      expect(plain.headers.get("content-disposition")).toMatch(/^attachment/);
      expect(await plain.json()).toEqual(answer.body);
    });

    it("with what has ended, too", async () => {
      const { id, token } = await askForFavour();
      const offered = await offerFor(id);
      await act(offered.token, { action: "withdraw" });
      await act(token, { action: "withdraw", reason: "ya-no" });
      const own = (await act(await ownLink(HELPER), { action: "export" })).body;
      expect(own["offers"]).toMatchObject([{ id: offered.id, state: "withdrawn", email: HELPER }]);
      const asked = (await act(await ownLink(POSTER), { action: "export" })).body;
      expect(asked["favours"]).toMatchObject([{ id, state: "withdrawn" }]);
    });
  });

  describe("is erased", () => {
    const contents = async () => JSON.stringify(await transport.contents());

    it("whole, with one receipt, and a second time says that it was done", async () => {
      const id = await oneOfEach(COMMENTER);
      const token = await ownLink(COMMENTER);
      const before = site.mails().length;
      expect((await act(token, { action: "erase" })).body).toEqual({ state: "erased" });
      expect((await site.read(`/api/jobs/${id}`)).status).toBe(410);
      expect(await contents()).not.toContain(COMMENTER);
      expect(letters(COMMENTER, "Hemos borrado")).toHaveLength(1);
      const since = site.mails().slice(0, site.mails().length - before);
      expect(since.filter(({ to }) => to === COMMENTER)).toHaveLength(1);
      expect((await act(token, { action: "erase" })).body).toEqual({ state: "erased", alreadyDone: true });
      expect(letters(COMMENTER, "Hemos borrado")).toHaveLength(1);
      const left = (await act(token, { action: "export" })).body;
      expect([left["favours"], left["comments"], left["messages"]]).toEqual([[], [], []]);
    });

    it("with a comment that was rejected, which its own link can delete, too", async () => {
      for (const text of ["Uno.", "Otro."]) {
        await site.send("/api/comments", { ...COMMENT, text });
        await confirm(COMMENTER);
        await act(await moderatorToken(site), { action: "reject", reason: "No viene a cuento." });
      }
      expect((await act(site.token(COMMENTER), { action: "delete" })).body).toEqual({ state: "deleted" });
      await act(await ownLink(COMMENTER), { action: "erase" });
      expect(await contents()).not.toMatch(/marta@|\\"text\\":\\"(?:Uno|Otro)/);
      expect(letters(COMMENTER, "Hemos borrado")).toHaveLength(1);
    });

    it("with agreements ended first and the other side told", async () => {
      const { id, token } = await askForFavour();
      const offered = await offerFor(id);
      await act(token, { action: "accept", offer: offered.id });
      await act(await ownLink(HELPER), { action: "erase" });
      expect((await site.read(`/api/jobs/${id}`)).body["state"]).toBe("open");
      expect(
        site.mails().some(({ to, text }) => to === POSTER && /Ha borrado todos sus datos/.test(text)),
      ).toBe(true);
      expect(await contents()).not.toContain(HELPER);
    });

    it("with the helper told when the poster of an agreement does", async () => {
      const { id, token } = await askForFavour();
      const offered = await offerFor(id);
      await act(token, { action: "accept", offer: offered.id });
      const before = letters(HELPER, "").length;
      await act(await ownLink(POSTER), { action: "erase" });
      expect((await site.read(`/api/jobs/${id}`)).status).toBe(410);
      expect(letters(HELPER, "").length).toBe(before + 1);
    });

    it("but for a reward that somebody counts on, which the receipt names and the end of the favour forgets", async () => {
      const { id, token } = await askForFavour();
      const offered = await offerFor(id);
      await site.send(`/api/jobs/${id}/rewards`, REWARD);
      await confirm(JOINER);
      await act(token, { action: "accept", offer: offered.id });
      await act(await ownLink(JOINER), { action: "erase" });
      expect(letters(JOINER, "Hemos borrado")[0]?.text).toContain("cuenta con ella");
      await act(token, { action: "complete" });
      expect(await contents()).not.toContain(`"email":"${JOINER}"`);
    });

    it("with every remembered browser forgotten for as long as a cookie could live", async () => {
      await site.send("/api/comments", COMMENT);
      const confirmed = await act(site.token(COMMENTER), { ...CONFIRM, remember: "on" });
      const cookie = confirmed.headers.get("set-cookie")?.split(";")[0] ?? "";
      const said = async () =>
        (await site.send("/api/comments", { ...COMMENT, text: String(site.clock.now) }, { cookie })).body[
          "state"
        ];
      expect(await said()).toBe("held");
      await act(await ownLink(COMMENTER), { action: "erase" });
      expect(await said()).toBe("unconfirmed");
      const address = await site.store.read("address", site.services.signer.addressId(COMMENTER));
      expect(address?.cookieNumber).toBe(1);
      expect(REMEMBER_DAYS * DAY).toBeGreaterThan(0);
    });

    it("with the browsers forgotten alone, where that is asked for", async () => {
      await askForFavour();
      const token = await ownLink(POSTER);
      expect((await act(token, { action: "forgetBrowsers" })).body).toEqual({ state: "forgotten" });
      const address = await site.store.read("address", site.services.signer.addressId(POSTER));
      expect(address?.cookieNumber).toBe(1);
    });

    it("by the sweeper, as far as it did not fit into the answer", async () => {
      for (let n = 0; n < 4; n += 1) {
        await site.send("/api/comments", { ...COMMENT, text: `Comentario ${String(n)}` });
        await confirm(COMMENTER);
      }
      const token = await ownLink(COMMENTER);
      const { allOf } = site.store;
      Object.assign(site.store, { allOf: () => Promise.reject(new Error("down")) });
      expect((await act(token, { action: "erase" })).body).toEqual({ state: "erased" });
      Object.assign(site.store, { allOf });
      expect(await contents()).toContain(COMMENTER);
      await sweep(site.services);
      expect(await contents()).not.toContain(COMMENTER);
      await sweep(site.services);
      expect(letters(COMMENTER, "Hemos borrado")).toHaveLength(1);
      expect(await site.store.erasuresDue(site.clock.now, 9)).toEqual([]);
    });

    it("in a race with an acceptance: one of them comes first, and nothing of the helper is left", async () => {
      const { id, token } = await askForFavour();
      const offered = await offerFor(id);
      const own = await ownLink(HELPER);
      const [accepted] = await Promise.all([
        act(token, { action: "accept", offer: offered.id }),
        act(own, { action: "erase" }),
      ]);
      expect([200, 404, 409]).toContain(accepted.status);
      await sweep(site.services);
      const job = await site.store.read("job", id);
      expect(job?.state).toBe("open");
      expect((await site.store.offersOf(id, site.clock.now)).offers).toEqual([]);
    });
  });
});
