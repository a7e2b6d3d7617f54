import { expect, it, vi } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { ENDED_OFFER_TTL_DAYS } from "../../src/domain/kernel/limits.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import type { AskedQuestion } from "../../src/domain/records/asked-question.ts";
import type { ThankYou } from "../../src/domain/records/thank-you.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { type BothSides, bothSides, bothWhenDone, FRAUD } from "../support/site/agreements.ts";
import { HELPER, POSTER } from "../support/site/forms.ts";
import { type Cookie, decide, moderatorToken, signedIn, tellNow } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";

// Several people sign in and decide, one after the other.
vi.setConfig({ testTimeout: 60_000 });

const REASON = "Parece una estafa.";
const TEXT = "Es una broma entre vecinos: pregúntenme lo que quieran.";
const SIDES = ["poster", "helper"] as const;

interface At {
  readonly site: TestSite;
  readonly mine: Cookie;
  readonly sides: BothSides;
}

/** Both kinds of what one side says to the other, as the tests tell them apart. */
const KINDS = {
  question: {
    begin: bothSides,
    say: { action: "ask", text: FRAUD },
    /** What it is once it has reached the other side. */
    reached: "sent",
    rejected: "rejected",
    letter: "questionAsked",
    refusal: "questionRejected",
    read: async ({ site, sides }: At): Promise<readonly AskedQuestion[]> =>
      (await site.store.readOffer(sides.job, sides.offer, site.clock.now))?.questions ?? [],
  },
  thanks: {
    begin: bothWhenDone,
    say: { action: "thank", text: FRAUD },
    reached: "written",
    rejected: "withheld",
    letter: "thanksWritten",
    refusal: "thanksRejected",
    read: async ({ site, sides }: At): Promise<readonly ThankYou[]> =>
      (await site.store.read("job", sides.job))?.thanks ?? [],
  },
} as const;
const ALL = (["question", "thanks"] as const).flatMap((kind) => SIDES.map((side) => [kind, side] as const));

function letters({ site }: At, name: string) {
  return site.mails().filter(({ id }) => id.startsWith(`${name}/`));
}

async function waiting({ site }: At): Promise<number> {
  return (await site.store.waiting(0, 10, site.clock.now)).total;
}

describeOnBoth("an appeal about what one side says to the other", (transport) => {
  const begin = async (kind: keyof typeof KINDS): Promise<At> => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    return { site, sides: await KINDS[kind].begin(site), mine: await signedIn(site) };
  };
  const only = async (at: At, kind: keyof typeof KINDS) => {
    const [one] = await KINDS[kind].read(at);
    if (one === undefined) throw new TypeError("nothing was said");
    return one;
  };
  const act = async (at: At, kind: keyof typeof KINDS, action: string, reason = REASON) => {
    const { id, version } = await only(at, kind);
    return decide(at.site, at.mine, { ids: `${id}:${String(version)}`, action, reason });
  };

  it.each(ALL)(
    "(a %s of the %s) waits in the queue; who wins it is told, and it reaches the other",
    async (kind, side) => {
      const at = await begin(kind);
      const { say, reached, rejected, letter, refusal } = KINDS[kind];
      expect(await at.sides[side](say)).toBe("200 held");
      expect(await at.sides[side]({ action: "appeal", text: TEXT })).toMatch(/^409 /);
      expect((await act(at, kind, "reject")).status).toBe(200);
      expect(letters(at, refusal)[0]?.text).toContain("Puedes recurrir una vez desde tu enlace");
      expect(await waiting(at)).toBe(0);
      const { id } = await only(at, kind);
      const other = side === "poster" ? at.sides.helper : at.sides.poster;
      expect(await other({ action: "appeal", text: TEXT, about: id })).toMatch(/^409 /);
      expect(await at.sides[side]({ action: "appeal", text: " ", about: id })).toBe("422 invalid");
      expect(await at.sides[side]({ action: "appeal", text: TEXT, about: id })).toBe(`200 ${rejected}`);
      const again = await at.site.send(at.sides.links[side], { action: "appeal", text: TEXT });
      expect(again.body).toMatchObject({ alreadyDone: true });
      expect((await only(at, kind)).appeal).toEqual({ text: TEXT, at: at.site.clock.now, decided: null });
      expect(await waiting(at)).toBe(1);
      await tellNow(at.site);
      const queue = letters(at, "moderateQueue");
      expect([queue[0]?.to, queue[0]?.text]).toEqual([MODERATOR, expect.stringContaining(TEXT)]);
      expect((await act(at, kind, "approve")).body["done"]).toEqual([id]);
      expect(await only(at, kind)).toMatchObject({
        state: reached,
        reason: null,
        appeal: { decided: "won" },
      });
      expect(await waiting(at)).toBe(0);
      const [own, theirs] = side === "poster" ? [POSTER, HELPER] : [HELPER, POSTER];
      expect(letters(at, "appealDecided").map(({ to, subject }) => [to, subject])).toEqual([
        [own, "Hemos vuelto a mirarlo: tenías razón"],
      ]);
      expect(letters(at, letter).map(({ to }) => to)).toEqual([theirs]);
      const log = await at.site.store.newestDecisions(9);
      expect(log.map((entry) => `${entry.kind} ${entry.action} ${entry.appeal ?? "-"}`).sort()).toEqual([
        `${kind} approve won`,
        `${kind} reject -`,
      ]);
      at.site.stop();
    },
  );

  it.each(ALL)(
    "(a %s of the %s) that is lost leaves all as it was, and is the only one",
    async (kind, side) => {
      const at = await begin(kind);
      const { say, rejected, letter } = KINDS[kind];
      await at.sides[side](say);
      await act(at, kind, "reject");
      // A program need not name it: nothing else of theirs can be appealed against.
      expect(await at.sides[side]({ action: "appeal", text: TEXT })).toBe(`200 ${rejected}`);
      expect((await act(at, kind, "reject", "Sigue pareciéndolo.")).status).toBe(200);
      expect(await only(at, kind)).toMatchObject({
        state: rejected,
        reason: "Sigue pareciéndolo.",
        appeal: { decided: "lost" },
      });
      expect(letters(at, "appealDecided")[0]?.text).toContain("Sigue pareciéndolo.");
      expect(letters(at, letter)).toEqual([]);
      expect(await at.sides[side]({ action: "appeal", text: "Otra vez." })).toBe("409 appealUsed");
      const log = JSON.stringify(await at.site.store.newestDecisions(9));
      expect(log).not.toContain(TEXT);
      at.site.stop();
    },
  );

  it.each(ALL)(
    "(a %s of the %s) is decided by a moderator's letter, too, and ends a block",
    async (kind, side) => {
      const at = await begin(kind);
      await at.sides[side](KINDS[kind].say);
      await act(at, kind, "reject");
      await act(at, kind, "block");
      const box = at.site.services.signer.addressId(side === "poster" ? POSTER : HELPER);
      const { id } = await only(at, kind);
      expect(await at.sides[side]({ action: "appeal", text: TEXT, about: id })).toMatch(/^200 /);
      expect((await at.site.store.read("address", box))?.blockAppealedAt).toBe(at.site.clock.now);
      const link = `/api/links/${await moderatorToken(at.site)}`;
      expect((await at.site.send(link, { action: "approve" })).status).toBe(200);
      expect((await only(at, kind)).appeal?.decided).toBe("won");
      expect((await at.site.store.read("address", box))?.blockedUntil).toBeNull();
      expect((await at.site.send(link, { action: "approve" })).body).toMatchObject({ alreadyDone: true });
      at.site.stop();
    },
  );

  it.each(ALL)(
    "(a %s of the %s) that two moderators decide differently is decided once",
    async (kind, side) => {
      const at = await begin(kind);
      await at.sides[side](KINDS[kind].say);
      await act(at, kind, "reject");
      await at.sides[side]({ action: "appeal", text: TEXT });
      const answers = await Promise.all([act(at, kind, "approve"), act(at, kind, "reject")]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await only(at, kind)).appeal?.decided).toBe(answers[0].status === 200 ? "won" : "lost");
      expect(letters(at, "appealDecided")).toHaveLength(1);
      at.site.stop();
    },
  );

  it.each(ALL)(
    "(a %s of the %s) is among what its writer takes away and goes with it",
    async (kind, side) => {
      const at = await begin(kind);
      await at.sides[side](KINDS[kind].say);
      await act(at, kind, "reject");
      await at.sides[side]({ action: "appeal", text: TEXT });
      const own = side === "poster" ? POSTER : HELPER;
      const exportOf = async (email: string) => {
        await at.site.send("/api/my-data", { email });
        return JSON.stringify(
          (await at.site.send(`/api/links/${at.site.token(email)}`, { action: "export" })).body,
        );
      };
      expect(await exportOf(own)).toContain(TEXT);
      expect(await exportOf(side === "poster" ? HELPER : POSTER)).not.toContain(TEXT);
      expect(await at.sides[side]({ action: "erase" })).toMatch(/^200 /);
      expect(await waiting(at)).toBe(0);
      const left = await transport.contents();
      expect(JSON.stringify(Object.entries(left).filter(([key]) => !key.startsWith("mail")))).not.toContain(
        TEXT,
      );
      at.site.stop();
    },
  );

  it("about a message that comes too late is answered so, and forgotten with its offer", async () => {
    for (const decidedInTime of [true, false]) {
      const at = await begin("question");
      await at.sides.helper({ action: "ask", text: FRAUD });
      await act(at, "question", "reject");
      await at.sides.poster({ action: "decline" });
      expect(await at.sides.helper({ action: "appeal", text: TEXT })).toBe("200 rejected");
      expect(await waiting(at)).toBe(1);
      if (decidedInTime) {
        expect((await act(at, "question", "approve")).status).toBe(200);
        expect(await only(at, "question")).toMatchObject({ state: "rejected", appeal: { decided: "won" } });
        expect(letters(at, "questionAsked")).toEqual([]);
        expect(letters(at, "appealDecided")[0]?.text).toContain("la propuesta ya no espera respuesta");
        expect((await act(at, "question", "approve")).body).toMatchObject({ conflicts: [] });
      }
      at.site.clock.now += (ENDED_OFFER_TTL_DAYS + 1) * DAY;
      await sweep(at.site.services);
      expect(await KINDS.question.read(at)).toEqual([]);
      expect(await waiting(at)).toBe(0);
      at.site.stop();
    }
  });

  it.each([
    ["hide", "restore"],
    ["hide", "approve"],
    ["reports", "approve"],
    ["reports", "reject"],
  ] as const)("about a thank-you (%s, then %s) shows it again, or not", async (how, action) => {
    const at = await begin("thanks");
    await at.sides.poster({ action: "thank", text: "Un encanto de persona, repetiré." });
    await at.sides.helper({ action: "agree" });
    const { id } = await only(at, "thanks");
    if (how === "hide") await act(at, "thanks", "hide");
    else
      for (const name of ["uno", "dos", "tres"]) {
        const email = `${name}@example.org`;
        await at.site.send("/api/reports", { kind: "thanks", id, reason: "ofensivo", email });
        await at.site.send(`/api/links/${at.site.token(email)}`, { action: "confirm" });
      }
    expect(letters(at, "thanksHeld").map(({ to }) => to)).toEqual(how === "reports" ? [POSTER] : []);
    expect((await only(at, "thanks")).state).toBe(how === "hide" ? "hidden" : "held");
    expect(await at.sides.poster({ action: "appeal", text: TEXT, about: id })).toMatch(/^200 /);
    expect((await act(at, "thanks", action)).status).toBe(200);
    expect(await only(at, "thanks")).toMatchObject(
      action === "reject"
        ? { state: "withheld", appeal: { decided: "lost" } }
        : { state: "published", appeal: { decided: "won" } },
    );
    expect(letters(at, action === "reject" ? "thanksRejected" : "appealDecided")).toHaveLength(1);
    expect(await waiting(at)).toBe(0);
    if (action === "reject")
      expect(letters(at, "thanksRejected")[0]?.text).toContain("ya no se puede recurrir");
    at.site.stop();
  });

  it("about a thank-you goes when nobody can be told any more", async () => {
    const at = await begin("thanks");
    await at.sides.poster({ action: "thank", text: FRAUD });
    await act(at, "thanks", "reject");
    await at.sides.poster({ action: "appeal", text: TEXT });
    at.site.clock.now += (ENDED_OFFER_TTL_DAYS + 1) * DAY;
    await sweep(at.site.services);
    expect(await waiting(at)).toBe(0);
    expect((await only(at, "thanks")).appeal).toBeNull();
    at.site.stop();
  });
});
