import { expect, it } from "vitest";
import { UNDO_HOURS } from "../../src/domain/kernel/limits.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { recordOf } from "../../src/domain/links/thing.ts";
import { searchDesk } from "../../src/queries/desk-search.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, JOB, POSTER } from "../support/site/forms.ts";
import { decide, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";

const OTHER = "otra@makethejobs.test";
const REASON = "No cumple las normas.";

async function heldJob(site: TestSite, title = JOB["title"] ?? ""): Promise<string> {
  const { body } = await site.send("/api/jobs", { ...JOB, title, website: "https://bot.example" });
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

async function heldComment(site: TestSite, text = COMMENT["text"] ?? ""): Promise<string> {
  const { body } = await site.send("/api/comments", { ...COMMENT, text });
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
  return String(body["id"]);
}

async function jobState(site: TestSite, id: string): Promise<string | undefined> {
  return (await site.store.read("job", id))?.state;
}

describeOnBoth("at the desk", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    Object.assign(site.services.config, { moderators: [MODERATOR, OTHER] });
    return { site, mine: await signedIn(site) };
  };

  it("two decide at once, differently: one of them counts and the other hears that it changed", async () => {
    const { site, mine } = await begin();
    const theirs = await signedIn(site, OTHER);
    const id = await heldJob(site);
    const ids = await named(site, "job", id);
    const answers = await Promise.all([
      decide(site, mine, { ids, action: "approve" }),
      decide(site, theirs, { ids, action: "reject", reason: REASON }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ done: [], conflicts: [{ id }] });
    expect(await jobState(site, id)).toBe(answers[0].status === 200 ? "open" : "hidden");
    site.stop();
  });

  it("two decide the same at once: both are told that it is done, and it is told once", async () => {
    const { site, mine } = await begin();
    const id = await heldJob(site);
    const ids = await named(site, "job", id);
    const answers = await Promise.all([1, 2, 3].map(() => decide(site, mine, { ids, action: "approve" })));
    expect(answers.map(({ status, body }) => [status, body["done"]])).toEqual(
      [1, 2, 3].map(() => [200, [id]]),
    );
    expect(site.mails().filter((mail) => mail.id.startsWith("jobApproved"))).toHaveLength(1);
    site.stop();
  });

  it("an address finds all that it confirmed, whatever became of it, and nobody else's; text finds what waits", async () => {
    const { site } = await begin();
    const email = "busco@example.org";
    const job = await heldJob(site);
    await site.send("/api/jobs", { ...JOB, title: "Regar las plantas del balcón", email });
    await site.send("/api/comments", { ...COMMENT, email, text: "Todavía sin confirmar." });
    expect(await searchDesk(site.services, email)).toEqual([]);
    const [ofJob, ofComment] = [site.token(email, 0), site.token(email, 1)];
    for (const token of [ofComment, ofJob]) await site.send(`/api/links/${token}`, { action: "confirm" });
    await site.send(`/api/links/${site.token(email)}`, { action: "withdraw", reason: "ya-no" });
    const found = await searchDesk(site.services, email);
    expect(found.map(({ linked }) => linked.kind).sort()).toEqual(["comment", "job"]);
    expect(found.map(({ linked }) => recordOf(linked).id)).not.toContain(job);
    expect((await searchDesk(site.services, POSTER)).map(({ linked }) => recordOf(linked).id)).toEqual([job]);
    expect(await searchDesk(site.services, "otra@example.org")).toEqual([]);
    const words = await searchDesk(site.services, "sin confirmar");
    expect(words.map(({ linked }) => linked.kind)).toEqual(["comment"]);
    site.stop();
  });

  it("what was edited meanwhile is not approved, and the fields that changed are named", async () => {
    const { site, mine } = await begin();
    const id = await heldComment(site);
    const ids = await named(site, "comment", id);
    await site.send(`/api/links/${site.token(COMMENTER)}`, {
      action: "edit",
      text: "Otra cosa muy distinta.",
    });
    const late = await decide(site, mine, { ids, action: "approve" });
    expect([late.status, late.body]).toEqual([409, { done: [], conflicts: [{ id, changed: ["text"] }] }]);
    expect((await site.store.read("comment", id))?.state).toBe("held");
    site.stop();
  });

  it("of several, those that changed stay as they are and the others are decided", async () => {
    const { site, mine } = await begin();
    const [first, second, third] = [
      await heldJob(site),
      await heldJob(site, "Otro favor"),
      await heldComment(site),
    ];
    const things = [await named(site, "job", first), `${second}:9`, await named(site, "comment", third)];
    const answer = await decide(site, mine, { ids: things.join(" "), action: "approve" });
    expect([answer.status, answer.body]).toEqual([
      200,
      { done: [first, third], conflicts: [{ id: second, changed: [] }] },
    ]);
    expect([await jobState(site, first), await jobState(site, second)]).toEqual(["open", "held"]);

    const body = new URLSearchParams([
      ["ids", await named(site, "job", second)],
      ["ids", `${first}:1`],
      ["action", "hide"],
      ["reason", REASON],
    ]);
    const headers = { ...mine, "sec-fetch-site": "same-origin", accept: "text/html" };
    const plain = await site.request("/api/moderation", { method: "POST", body, headers });
    expect([plain.status, plain.headers.get("location")]).toEqual([303, "/moderacion/?hecho=1&cambiado=1"]);
    expect(await jobState(site, second)).toBe("hidden");
    site.stop();
  });

  it("a decision is taken back for a day, as long as nothing happened since, and once", async () => {
    const { site, mine } = await begin();
    const undo = async (id: string, kind: "job" | "comment" = "job") =>
      decide(site, mine, { ids: await named(site, kind, id), action: "undo" });

    const [job, comment] = [await heldJob(site), await heldComment(site)];
    await decide(site, mine, { ids: await named(site, "job", job), action: "approve" });
    await decide(site, mine, { ids: await named(site, "comment", comment), action: "spam" });
    expect((await undo(job)).body).toEqual({ done: [job], conflicts: [] });
    expect((await undo(comment, "comment")).status).toBe(200);
    expect(await jobState(site, job)).toBe("held");
    expect((await site.store.read("comment", comment))?.state).toBe("held");
    expect((await site.store.read("job", job))?.signals).not.toEqual([]);
    expect((await undo(job)).status).toBe(409);

    await decide(site, mine, { ids: await named(site, "job", job), action: "approve" });
    const edit = { ...JOB, title: "Ayuda con otro boletín", action: "edit" };
    expect((await site.send(`/api/links/${site.token(POSTER)}`, edit)).status).toBe(200);
    expect((await undo(job)).status).toBe(409);
    expect(await jobState(site, job)).not.toBe("held");

    await decide(site, mine, { ids: await named(site, "comment", comment), action: "approve" });
    site.clock.now += UNDO_HOURS * HOUR + 1;
    const later = await signedIn(site);
    const late = await decide(site, later, { ids: await named(site, "comment", comment), action: "undo" });
    expect(late.status).toBe(409);
    site.stop();
  });

  it("what is public is hidden and shown again, and the pages that show it are made anew", async () => {
    const { site, mine } = await begin();
    const [job, comment] = [await heldJob(site), await heldComment(site)];
    for (const [kind, id] of [
      ["job", job],
      ["comment", comment],
    ] as const) {
      const act = async (action: string) =>
        decide(site, mine, { ids: await named(site, kind, id), action, reason: REASON });
      await act("approve");
      site.purged.length = 0;
      expect((await act("hide")).status).toBe(200);
      expect((await site.store.read(kind, id))?.reason).toBe(REASON);
      expect(site.purged).toContain(kind === "job" ? `job:${id}` : `thread:${COMMENT["article"] ?? ""}`);
      site.purged.length = 0;
      expect((await act("restore")).status).toBe(200);
      expect((await site.store.read(kind, id))?.state).toBe(kind === "job" ? "open" : "approved");
      expect(site.purged).not.toEqual([]);
    }
    site.stop();
  });

  it("contact data leave the text, somebody is trusted, somebody is blocked", async () => {
    const { site, mine } = await begin();
    const id = await heldComment(site, "Llámame al 600 111 222 y lo hablamos.");
    const act = async (action: string) =>
      decide(site, mine, { ids: await named(site, "comment", id), action });
    expect((await act("mask")).status).toBe(200);
    expect((await site.store.read("comment", id))?.text).not.toContain("600 111 222");
    const address = site.services.signer.addressId(COMMENTER);
    expect((await act("trust")).status).toBe(200);
    expect((await site.store.read("address", address))?.trustedUntil).toBeGreaterThan(site.clock.now);
    expect((await act("block")).status).toBe(200);
    expect(await site.store.read("address", address)).toMatchObject({ trustedUntil: null });
    expect((await site.store.read("address", address))?.blockedUntil).toBeGreaterThan(site.clock.now);
    site.stop();
  });

  it("what can't be read, isn't there or has no such action is told as what it is", async () => {
    const { site, mine } = await begin();
    const id = await heldJob(site);
    const ids = await named(site, "job", id);
    const codeOf = async (fields: Record<string, string>) => {
      const { status, body } = await decide(site, mine, fields);
      return [status, body["code"], Object.keys({ ...(body["fields"] ?? {}) })];
    };
    expect(await codeOf({ action: "approve" })).toEqual([422, "invalid", ["ids"]]);
    expect(await codeOf({ ids: id, action: "approve" })).toEqual([422, "invalid", ["ids"]]);
    expect(await codeOf({ ids, action: "x" })).toEqual([422, "invalid", ["action"]]);
    expect(await codeOf({ ids, action: "reject" })).toEqual([422, "invalid", ["reason"]]);
    expect(await codeOf({ ids: `${ids} `.repeat(51), action: "approve" })).toEqual([422, "invalid", ["ids"]]);
    expect(await codeOf({ ids, action: "spam" })).toEqual([422, "actionNotAllowed", []]);
    expect(await codeOf({ ids: "aaaaaaaaaaaaaaaaaaaa:1", action: "approve" })).toEqual([
      404,
      "nothingToModerate",
      [],
    ]);
    expect((await site.request("/api/moderation", { headers: mine })).status).toBe(405);
    expect(await jobState(site, id)).toBe("held");
    site.stop();
  });

  it("each decision stands in the log without a visitor's word or address", async () => {
    const { site, mine } = await begin();
    const id = await heldJob(site);
    site.clock.now += HOUR;
    await decide(site, mine, { ids: await named(site, "job", id), action: "reject", reason: REASON });
    const contents = Object.entries(await transport.contents()).filter(([key]) =>
      key.startsWith("logEntry:"),
    );
    expect(contents).toHaveLength(1);
    const text = JSON.stringify(contents);
    expect(text).toContain("reject");
    expect(text).toContain(REASON);
    site.clock.now += HOUR;
    const other = await heldComment(site);
    const ids = await named(site, "comment", other);
    await decide(site, mine, { ids, action: "approve", reason: "x".repeat(5000) });
    const [newest] = await site.store.newestDecisions(1);
    expect(newest).toMatchObject({ thing: other, action: "approve", reason: null });
    for (const typed of [JOB["title"], JOB["name"], POSTER, MODERATOR]) expect(text).not.toContain(typed);
    site.stop();
  });
});
