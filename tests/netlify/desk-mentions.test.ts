import { expect, it } from "vitest";
import { readMention, receiveMention } from "../../src/domain/comments/mentions.ts";
import { UNDO_HOURS } from "../../src/domain/kernel/limits.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { deskActions } from "../../src/domain/links/desk-rows.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import type { Mention } from "../../src/domain/records/mention.ts";
import { searchDesk } from "../../src/queries/desk-search.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { type Cookie, decide, named, signedIn, tellNow } from "../support/site/moderating.ts";
import { createTestSite, type TestSite } from "../support/site/test-site.ts";

const ARTICLE = "abierto";
const SOURCE = "https://www.blog.org/entrada/";
const REASON = "No viene a cuento.";

async function settle(site: TestSite, decided: Decided<string>): Promise<void> {
  if (!decided.ok) throw new Error(decided.error.code);
  await site.store.commit(decided.value.decision, site.clock.now);
}

/** One whose page was read. */
async function heldMention(site: TestSite, source = SOURCE, text = "Muy de acuerdo."): Promise<string> {
  const { signer } = site.services;
  const id = signer.mentionId(source, ARTICLE);
  const context = { now: site.clock.now, newId: () => signer.newId(), moderators: [], limits: true };
  await settle(site, receiveMention({ id, article: ARTICLE, source, before: null }, context));
  await read(site, id, text);
  return id;
}

async function read(site: TestSite, id: string, text: string): Promise<void> {
  const { signer } = site.services;
  const context = { now: site.clock.now, newId: () => signer.newId(), moderators: [], limits: true };
  const words = { author: "Ana", title: "Una entrada", text };
  const reading = { status: "linked", words, signals: [] } as const;
  await settle(site, readMention({ mention: await stored(site, id), reading }, context));
}

async function stored(site: TestSite, id: string): Promise<Mention> {
  const mention = await site.store.read("mention", id);
  if (mention === null) throw new Error("there is no such mention");
  return mention;
}

describeOnBoth("a mention at the desk", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const mine = await signedIn(site);
    const doIt = async (id: string, action: string, more = {}, cookie: Cookie = mine) =>
      decide(site, cookie, { ids: await named(site, "mention", id), action, ...more });
    const waiting = async () => (await site.store.waiting(0, 10, site.clock.now)).things;
    const shown = async () => (await site.store.mentionsOf(ARTICLE)).map(({ id }) => id);
    return { site, mine, doIt, waiting, shown };
  };

  it("is told of in the letter of the morning, which leads to the desk: no link decides about it", async () => {
    const { site } = await begin();
    await heldMention(site, SOURCE, "Muy de acuerdo con todo.");
    await tellNow(site);
    const letter = site.mails().find(({ id }) => id.startsWith("moderateQueue/"));
    expect(letter?.subject).toBe("Moderación: lo que espera");
    expect(letter?.text).toMatch(/una mención en otra web.*Muy de acuerdo con todo\..*\/moderacion\//s);
    expect(letter?.text).not.toContain("/gestion/");
    site.stop();
  });

  it("waits with everything else, is published, hidden with a reason and shown again", async () => {
    const { site, doIt, waiting, shown } = await begin();
    const id = await heldMention(site);
    const things = await waiting();
    expect(things.map(({ why }) => why)).toEqual(["mention"]);
    const mention = await stored(site, id);
    expect(deskActions({ kind: "mention", mention }, site.clock.now)).toEqual(["approve", "reject", "undo"]);
    expect(await shown()).toEqual([]);

    expect((await doIt(id, "approve")).body).toEqual({ done: [id], conflicts: [] });
    expect([await shown(), await waiting()]).toEqual([[id], []]);
    expect(site.purged).toEqual([`thread:${ARTICLE}`]);

    expect((await doIt(id, "hide")).status).toBe(422);
    expect((await doIt(id, "hide", { reason: REASON })).status).toBe(200);
    expect(await stored(site, id)).toMatchObject({ state: "rejected", reason: REASON });
    expect(await shown()).toEqual([]);
    expect(site.purged).toContain(`baked:${ARTICLE}`);

    expect((await doIt(id, "restore")).status).toBe(200);
    expect(await stored(site, id)).toMatchObject({ state: "approved", reason: null });
    expect(await shown()).toEqual([id]);
    expect(site.mails().filter(({ id: mail }) => !mail.startsWith("signIn"))).toEqual([]);
    site.stop();
  });

  it("is decided as it was read: other words since then are told, not published", async () => {
    const { site, mine, doIt, waiting } = await begin();
    const id = await heldMention(site);
    const ids = await named(site, "mention", id);
    await read(site, id, "Ahora vendo relojes.");
    const late = await decide(site, mine, { ids, action: "approve" });
    expect([late.status, late.body]).toEqual([409, { done: [], conflicts: [{ id, changed: [] }] }]);
    expect(await stored(site, id)).toMatchObject({ state: "held" });
    expect((await doIt(id, "approve")).status).toBe(200);

    // Published, and other words since: it waits anew, from now on.
    site.clock.now += HOUR;
    await read(site, id, "Y ahora otra cosa.");
    expect(await stored(site, id)).toMatchObject({ state: "held", heldAt: site.clock.now });
    expect(await waiting()).toHaveLength(1);
    site.stop();
  });

  it("two decide at once, differently: one of them counts and the other hears that it changed", async () => {
    const { site, mine } = await begin();
    const id = await heldMention(site);
    const ids = await named(site, "mention", id);
    const answers = await Promise.all([
      decide(site, mine, { ids, action: "approve" }),
      decide(site, mine, { ids, action: "reject", reason: REASON }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await stored(site, id)).state).toBe(answers[0].status === 200 ? "approved" : "rejected");
    site.stop();
  });

  it("each decision is written down and taken back for a day, as long as nothing happened since", async () => {
    const { site, doIt, waiting, shown } = await begin();
    const id = await heldMention(site);
    site.clock.now += HOUR;
    await doIt(id, "approve");
    const [entry] = await site.store.newestDecisions(1);
    expect(entry).toMatchObject({ kind: "mention", thing: id, action: "approve", waited: HOUR, address: "" });
    expect((await doIt(id, "undo")).body).toEqual({ done: [id], conflicts: [] });
    expect([await shown(), (await waiting()).length]).toEqual([[], 1]);

    await doIt(id, "reject", { reason: REASON });
    site.clock.now += UNDO_HOURS * HOUR + 1;
    // By then the session is over, too.
    expect((await doIt(id, "undo", {}, await signedIn(site))).status).toBe(409);
    site.stop();
  });

  it("has no writer to trust or block, and what it has not is refused", async () => {
    const { site, doIt } = await begin();
    const id = await heldMention(site);
    for (const action of ["trust", "block", "mask", "spam", "settle"])
      expect((await doIt(id, action)).status, action).toBe(422);
    expect((await stored(site, id)).state).toBe("held");
    site.stop();
  });

  it("is found by its words and by its page, wherever it stands, and by nobody's address", async () => {
    const { site, doIt } = await begin();
    const [first, second] = [
      await heldMention(site),
      await heldMention(site, "https://otra.net/", "Canela."),
    ];
    await doIt(first, "reject", { reason: REASON });
    const found = async (query: string) =>
      (await searchDesk(site.services, query)).map(
        ({ linked }) => linked.kind === "mention" && linked.mention.id,
      );
    expect(await found("blog.org/entrada")).toEqual([first]);
    expect(await found("canela")).toEqual([second]);
    expect(await found("alguien@blog.org")).toEqual([]);
    site.stop();
  });
});
