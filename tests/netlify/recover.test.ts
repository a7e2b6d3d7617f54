import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY } from "../../src/domain/kernel/time.ts";
import { MAILBOXES_AN_HOUR, MANAGE_LINK_TTL_DAYS } from "../../src/domain/kernel/limits.ts";
import { COMMENT, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { createTestSite, type TestSite } from "../support/site/test-site.ts";

describeOnBoth("recovering", (transport) => {
  let site: TestSite;
  beforeEach(async () => {
    site = await createTestSite({ store: await transport.freshStore() });
  });
  afterEach(() => {
    site.stop();
  });

  const CONFIRM = { action: "confirm" };
  const ask = (email: string) => site.send("/api/recover", { email });
  const letters = (to: string) =>
    site.mails().filter((mail) => mail.to === to && mail.subject.startsWith("Tus enlaces"));
  const tokensIn = (text: string) => text.match(/(?<=\/gestion\/)[A-Za-z0-9_-]{63}/g) ?? [];

  /** Somebody asks for a favour and confirms it; its id. */
  async function askForFavour(email = POSTER): Promise<string> {
    const { body } = await site.send("/api/jobs", { ...JOB, email });
    await site.send(`/api/links/${site.token(email)}`, CONFIRM);
    return String(body["id"]);
  }

  async function offerFor(job: string, email = HELPER): Promise<void> {
    await site.send(`/api/jobs/${job}/offers`, { ...OFFER, email });
    await site.send(`/api/links/${site.token(email)}`, CONFIRM);
  }

  describe("lost links", () => {
    it("come back for a favour, an offer and a comment of one address, and they work", async () => {
      const job = await askForFavour("otra@example.org");
      await askForFavour();
      await offerFor(job, POSTER);
      await site.send("/api/comments", { ...COMMENT, email: POSTER });
      await site.send(`/api/links/${site.token(POSTER)}`, CONFIRM);

      expect((await ask("ANA@Example.org")).status).toBe(202);
      const [letter, ...more] = letters("ANA@example.org");
      expect(more).toEqual([]);
      const text = letter?.text ?? "";
      expect(text).toMatch(/Tu favor «/);
      expect(text).toMatch(/Tu propuesta para el favor «/);
      expect(text).toMatch(/Tu comentario del/);
      const tokens = tokensIn(text);
      expect(tokens).toHaveLength(3);
      const ids = tokens.map((token) => site.services.signer.idOf(token) ?? "");
      const links = await site.store.readMany("link", ids);
      expect(links.map((link) => link?.role).sort()).toEqual(["commenter", "helper", "poster"]);
    });

    it("are answered with the same bytes whether or not there is anything, and nobody unknown gets a letter", async () => {
      await askForFavour();
      const [known, unknown] = [await ask(POSTER), await ask("nadie@example.org")];
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
      expect(known.body).toEqual({ state: "asked" });
      expect(letters(POSTER)).toHaveLength(1);
      expect(site.mails().filter(({ to }) => to === "nadie@example.org")).toEqual([]);
    });

    it("are looked up behind the answer only", async () => {
      await askForFavour();
      const asked: string[] = [];
      const store = {
        ...site.store,
        thingsOf: (address: string) => (asked.push(address), Promise.resolve([])),
      };
      const { recover } = await import("../../netlify/forms/recover.ts");
      const behind: Promise<unknown>[] = [];
      const deps = {
        ...site.services,
        store,
        clientIp: "203.0.113.9",
        waitUntil: (work: Promise<unknown>) => void behind.push(work),
      };
      const request = new Request("https://makethejobs.test/api/recover", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email: POSTER }),
      });
      expect((await recover(request, deps, {})).status).toBe(202);
      expect(letters(POSTER)).toEqual([]);
      expect(behind).toHaveLength(1);
      await Promise.all(behind);
      expect(letters(POSTER)).toHaveLength(1);
    });

    it("never hold what nobody confirmed, or what has ended", async () => {
      await site.send("/api/jobs", JOB);
      await ask(POSTER);
      expect(letters(POSTER)).toEqual([]);
      await site.send(`/api/links/${site.token(POSTER)}`, CONFIRM);
      await site.send(`/api/links/${site.token(POSTER)}`, { action: "erase" });
      await ask(POSTER);
      expect(letters(POSTER)).toEqual([]);
    });

    it("that have died are made anew", async () => {
      await site.send("/api/comments", { ...COMMENT, email: POSTER });
      await site.send(`/api/links/${site.token(POSTER)}`, CONFIRM);
      const dead = site.token(POSTER);
      const [id = ""] = [site.services.signer.idOf(dead)].filter((one) => one !== null);
      const link = await site.store.read("link", id);
      await site.store.commit(
        {
          guards: [],
          changes: [{ kind: "link", before: link, after: null }],
          counts: [],
          mails: [],
          purge: [],
        },
        site.clock.now,
      );
      await ask(POSTER);
      const [token = ""] = tokensIn(letters(POSTER)[0]?.text ?? "");
      const anew = await site.store.read("link", site.services.signer.idOf(token) ?? "");
      expect(anew?.expiresAt).toBeGreaterThan(site.clock.now + (MANAGE_LINK_TTL_DAYS - 1) * DAY);
      expect((await site.send(`/api/links/${token}`, { action: "delete", version: "2" })).status).toBe(200);
    });

    it("count as letters to an address that nobody proved, for known and unknown addresses alike", async () => {
      const emails = Array.from(
        { length: MAILBOXES_AN_HOUR + 1 },
        (_, at) => `nadie${String(at)}@example.org`,
      );
      const statuses = [];
      for (const email of emails) statuses.push((await ask(email)).status);
      expect(statuses).toEqual([...emails.slice(1).map(() => 202), 429]);
    });

    it("are refused with the typed text kept when that is no address", async () => {
      const answer = await site.submit("/api/recover", { email: "ana arroba" });
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toMatch(/^\/favores\/recuperar\/\?formulario=/);
      expect((await site.submit("/api/recover", { email: POSTER })).headers.get("location")).toBe(
        "/gracias/enlaces/",
      );
    });
  });
});
