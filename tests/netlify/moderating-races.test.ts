import { expect, it, vi } from "vitest";
import type { WrittenKind } from "../../src/domain/records/link.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { type BothSides, bothSides, bothWhenDone, FRAUD } from "../support/site/agreements.ts";
import { COMMENT, COMMENTER, HELPER, JOB, JOINER, OFFER, POSTER, REWARD } from "../support/site/forms.ts";
import { decide, signedIn } from "../support/site/moderating.ts";
import {
  createTestSite,
  MODERATOR,
  type Answer,
  type Fields,
  type TestSite,
} from "../support/site/test-site.ts";

// Several people sign in and decide, one after the other.
vi.setConfig({ testTimeout: 60_000 });

const OTHER = "otra@makethejobs.test";
const REASON = "Pide dinero por adelantado.";

/** Something that waits for a moderator, and how its writer takes it away. */
interface Held {
  readonly id: string;
  readonly version: () => Promise<number | undefined>;
  readonly state: () => Promise<string | undefined>;
  readonly takeAway: () => Promise<Answer>;
}

async function confirmed(site: TestSite, path: string, form: Fields): Promise<{ id: string; link: string }> {
  const { body } = await site.send(path, form);
  const email = form["email"] ?? "";
  await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
  return { id: String(body["id"]), link: `/api/links/${site.token(email)}` };
}

type Read = () => Promise<{ readonly version: number; readonly state: string } | null | undefined>;

function held(site: TestSite, id: string, read: Read, link: string, away: Fields): Held {
  return {
    id,
    version: async () => (await read())?.version,
    state: async () => (await read())?.state,
    takeAway: () => site.send(link, away),
  };
}

async function talking(site: TestSite, begin: (site: TestSite) => Promise<BothSides>, say: Fields) {
  const sides = await begin(site);
  expect(await sides.helper({ ...say, text: FRAUD })).toBe("200 held");
  return sides;
}

const MAKE: Readonly<Record<WrittenKind, (site: TestSite) => Promise<Held>>> = {
  async job(site) {
    const { id, link } = await confirmed(site, "/api/jobs", { ...JOB, description: `${FRAUD}.` });
    return held(site, id, () => site.store.read("job", id), link, { action: "erase" });
  },
  async offer(site) {
    const job = await confirmed(site, "/api/jobs", JOB);
    const { id, link } = await confirmed(site, `/api/jobs/${job.id}/offers`, { ...OFFER, message: FRAUD });
    return held(site, id, () => site.store.readOffer(job.id, id, site.clock.now), link, { action: "erase" });
  },
  async reward(site) {
    const job = await confirmed(site, "/api/jobs", JOB);
    const form = { ...REWARD, rewardText: FRAUD };
    const { id, link } = await confirmed(site, `/api/jobs/${job.id}/rewards`, form);
    const read = async () => (await site.store.read("job", job.id))?.joined.find((one) => one.id === id);
    return held(site, id, read, link, { action: "revoke" });
  },
  async comment(site) {
    const { id, link } = await confirmed(site, "/api/comments", { ...COMMENT, text: FRAUD });
    return held(site, id, () => site.store.read("comment", id), link, { action: "delete" });
  },
  async question(site) {
    const { job, offer, links } = await talking(site, bothSides, { action: "ask" });
    const read = async () => (await site.store.readOffer(job, offer, site.clock.now))?.questions[0];
    const id = (await read())?.id ?? "";
    return held(site, id, read, links.helper, { action: "erase" });
  },
  async thanks(site) {
    const { job, links } = await talking(site, bothWhenDone, { action: "thank" });
    const read = async () => (await site.store.read("job", job))?.thanks[0];
    return held(site, (await read())?.id ?? "", read, links.helper, { action: "erase" });
  },
};
const KINDS = ["job", "offer", "reward", "comment", "question", "thanks"] as const satisfies WrittenKind[];
const WRITERS = [POSTER, HELPER, JOINER, COMMENTER];

describeOnBoth("what waits, at the same moment", (transport) => {
  const begin = async (kind: WrittenKind) => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    Object.assign(site.services.config, { moderators: [MODERATOR, OTHER] });
    const thing = await MAKE[kind](site);
    expect(await thing.state()).toBe("held");
    const ids = `${thing.id}:${String(await thing.version())}`;
    return { site, thing, ids, mine: await signedIn(site), theirs: await signedIn(site, OTHER) };
  };
  const waiting = async (site: TestSite) => (await site.store.waiting(0, 9, site.clock.now)).total;

  it.each(KINDS)(
    "a %s is approved by one moderator and rejected by another: one of both counts, and is told",
    async (kind) => {
      const { site, thing, ids, mine, theirs } = await begin(kind);
      const before = site.mails().filter(({ to }) => WRITERS.includes(to)).length;
      const [approved, rejected] = await Promise.all([
        decide(site, mine, { ids, action: "approve" }),
        decide(site, theirs, { ids, action: "reject", reason: REASON }),
      ]);
      expect([approved.status, rejected.status].sort()).toEqual([200, 409]);
      const isRejected = rejected.status === 200;
      const told = site.mails().filter(({ to }) => WRITERS.includes(to));
      expect(told.length).toBeGreaterThan(before);
      expect(told.some(({ text }) => text.includes(REASON))).toBe(isRejected);
      expect(["hidden", "rejected", "withheld"].includes((await thing.state()) ?? "")).toBe(isRejected);
      expect(await waiting(site)).toBe(0);
      expect((await site.store.newestDecisions(9)).map(({ action }) => action)).toEqual([
        isRejected ? "reject" : "approve",
      ]);
      site.stop();
    },
  );

  it.each(KINDS)(
    "a %s is taken away by its writer and approved: it is gone, or was let through first",
    async (kind) => {
      const { site, thing, ids, mine } = await begin(kind);
      const [approved, away] = await Promise.all([
        decide(site, mine, { ids, action: "approve" }),
        thing.takeAway(),
      ]);
      // A conflict was decided again once; whoever loses both times is told and asks anew.
      if (away.status === 409) expect((await thing.takeAway()).status).toBe(200);
      expect([200, 404, 409, 410]).toContain(approved.status);
      expect(["sent", "written", "open", "joined", "approved", "held"]).not.toContain(await thing.state());
      expect(await waiting(site)).toBe(0);
      // What somebody would have added stays with the favour until they erase it.
      const left = kind === "reward" ? {} : await transport.contents();
      const records = Object.entries(left).filter(([key]) => !key.startsWith("mail"));
      expect(JSON.stringify(records)).not.toContain("gana dinero fácil");
      site.stop();
    },
  );
});

async function published(site: TestSite, email: string, more: Fields = {}) {
  const mine = await signedIn(site);
  const one = await confirmed(site, "/api/comments", { ...COMMENT, email, ...more });
  const { version } = (await site.store.read("comment", one.id)) ?? {};
  await decide(site, mine, { ids: `${one.id}:${String(version)}`, action: "approve" });
  return one;
}

describeOnBoth("what is public, at the same moment", (transport) => {
  const begin = async () => createTestSite({ store: await transport.freshStore(), limits: false });

  it("a comment is erased and answered: what it said is gone, and an answer stands below its gravestone or nowhere", async () => {
    const site = await begin();
    const answerer = "bea@example.org";
    await published(site, answerer);
    for (let round = 0; round < 2; round += 1) {
      const text = `Opino que sí, vuelta ${String(round)}.`;
      const { id, link } = await published(site, `uno${String(round)}@example.org`, { text });
      const reply = await site.send("/api/comments", {
        ...COMMENT,
        ...{ email: answerer, parent: id, text: `De acuerdo, ${String(round)}.` },
      });
      const answer = `/api/links/${site.token(answerer)}`;
      const [erased, answered] = await Promise.all([
        site.send(link, { action: "delete" }),
        site.send(answer, { action: "confirm" }),
      ]);
      if (erased.status === 409) expect((await site.send(link, { action: "delete" })).status).toBe(200);
      const left = await site.store.read("comment", id);
      expect(left?.state ?? "deleted").toBe("deleted");
      const below = (await site.store.read("comment", String(reply.body["id"])))?.state;
      expect(below === "approved").toBe(answered.status === 200);
      const thread = await site.read(`/api/comments?article=${String(COMMENT["article"])}`);
      expect(JSON.stringify(thread.body).includes(`De acuerdo, ${String(round)}.`)).toBe(
        answered.status === 200,
      );
      expect(JSON.stringify(await transport.contents())).not.toContain(text);
    }
    site.stop();
  });

  it.each(["comment", "thanks", "question"] as const)(
    "a %s is erased and reported: it stays erased, and the report is decided alone",
    async (kind) => {
      const site = await begin();
      const reporter = kind === "question" ? POSTER : "rosa@example.org";
      let [id, link] = ["", ""];
      let state: () => Promise<string | undefined> = () => Promise.resolve(undefined);
      if (kind === "comment") {
        const made = await published(site, COMMENTER);
        [id, link] = [made.id, made.link];
        state = async () => (await site.store.read("comment", made.id))?.state;
      } else {
        const sides = await (kind === "thanks" ? bothWhenDone : bothSides)(site);
        const text = "Muchas gracias por todo, de verdad.";
        await sides.helper({ action: kind === "thanks" ? "thank" : "ask", text });
        if (kind === "thanks") await sides.poster({ action: "agree" });
        const job = async () => (await site.store.read("job", sides.job))?.thanks[0];
        const offer = async () =>
          (await site.store.readOffer(sides.job, sides.offer, site.clock.now))?.questions[0];
        const read = kind === "thanks" ? job : offer;
        [id, link] = [(await read())?.id ?? "", sides.links.helper];
        state = async () => (await read())?.state;
      }
      await site.send("/api/reports", { kind, id, reason: "ofensivo", email: reporter });
      const confirm = `/api/links/${site.token(reporter)}`;
      const away = { action: kind === "comment" ? "delete" : "erase" };
      const [reported, erased] = await Promise.all([
        site.send(confirm, { action: "confirm" }),
        site.send(link, away),
      ]);
      if (erased.status === 409) expect((await site.send(link, away)).status).toBe(200);
      expect([200, 404, 409, 410]).toContain(reported.status);
      expect([undefined, "deleted"]).toContain(await state());
      const { things, total } = await site.store.waiting(0, 9, site.clock.now);
      expect(total).toBe(reported.status === 200 ? 1 : 0);
      const [report] = things;
      if (report?.report) {
        const mine = await signedIn(site);
        const ids = `${report.report.id}:${String(report.report.version)}`;
        expect((await decide(site, mine, { ids, action: "uphold" })).status).toBe(200);
        expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(0);
      }
      site.stop();
    },
  );
});
