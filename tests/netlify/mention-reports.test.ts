import { expect, it } from "vitest";
import { REPORTERS_TO_HOLD } from "../../src/domain/kernel/limits.ts";
import { mention, saved } from "../support/builders/records.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { decide, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, type TestSite } from "../support/site/test-site.ts";

const PEOPLE = Array.from({ length: REPORTERS_TO_HOLD }, (_, at) => `persona${String(at)}@example.org`);

describeOnBoth("reports of a mention", (transport) => {
  async function begin() {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const shown = mention({
      article: "abierto",
      state: "approved",
      publishedAt: site.clock.now,
      checkAt: null,
    });
    await site.store.commit(saved({ kind: "mention", before: null, after: shown }), site.clock.now);
    const stateNow = async () => (await site.store.read("mention", shown.id))?.state;
    const seen = async () => (await site.store.mentionsOf("abierto")).length;
    return { site, id: shown.id, stateNow, seen };
  }

  async function report(site: TestSite, id: string, email: string): Promise<string> {
    const { status, body } = await site.send("/api/reports", {
      kind: "mention",
      id,
      reason: "prohibido",
      email,
    });
    expect(status).toBe(202);
    await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
    return String(body["id"]);
  }

  it("are received only of what can be seen", async () => {
    const { site, id } = await begin();
    const mine = await signedIn(site);
    await decide(site, mine, { ids: await named(site, "mention", id), action: "hide", reason: "Insulta." });
    const form = { kind: "mention", reason: "prohibido", email: "ana@example.org" };
    for (const other of [id, "a".repeat(20)]) {
      const { status, body } = await site.send("/api/reports", { ...form, id: other });
      expect([status, body["code"]]).toEqual([404, "mentionNotFound"]);
    }
    site.stop();
  });

  it("take it out of sight once three mailboxes confirmed theirs; a moderator who shows it again has looked", async () => {
    const { site, id, stateNow, seen } = await begin();
    for (const email of ["ana@gmail.com", "a.na+x@gmail.com", ...PEOPLE.slice(2)])
      await report(site, id, email);
    expect([await stateNow(), await seen()]).toEqual(["approved", 1]);
    site.purged.length = 0;
    await report(site, id, "eva@example.org");
    expect([await stateNow(), await seen()]).toEqual(["held", 0]);
    expect(site.purged).toEqual(expect.arrayContaining(["thread:abierto", "baked:abierto"]));
    const { things } = await site.store.waiting(0, 10, site.clock.now);
    expect(things.map(({ linked }) => linked.kind)).toEqual(things.map(() => "mention"));
    expect(things.map(({ why }) => why)).toContain("mention");

    const mine = await signedIn(site);
    await decide(site, mine, { ids: await named(site, "mention", id), action: "approve" });
    expect([await stateNow(), await seen()]).toEqual(["approved", 1]);
    expect((await site.store.waiting(0, 10, site.clock.now)).total).toBe(0);
    expect(site.mails().filter(({ id: name }) => name.startsWith("reportDecided")).length).toBeGreaterThan(2);
    for (const email of PEOPLE) await report(site, id, email);
    expect(await stateNow()).toBe("approved");
    site.stop();
  });

  it("upholding one takes it away, and its reporter is told", async () => {
    const { site, id, stateNow } = await begin();
    const one = await report(site, id, "ana@example.org");
    const mine = await signedIn(site);
    expect((await decide(site, mine, { ids: `${one}:2`, action: "uphold" })).body["done"]).toEqual([one]);
    expect(await stateNow()).toBe("rejected");
    const [told] = site.mails().filter(({ to }) => to === "ana@example.org");
    expect(told?.text).toContain("La mención incumple las normas y hemos actuado");
    site.stop();
  });
});
