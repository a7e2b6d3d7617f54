import { expect, it } from "vitest";
import { retry } from "../../netlify/schedule/retry.ts";
import { sweep } from "../../netlify/schedule/sweep.ts";
import * as limits from "../../src/domain/kernel/limits.ts";
import { addDays, DAY, endOfMadridDay, HOUR, madridDay, MINUTE } from "../../src/domain/kernel/time.ts";
import { describeOnBoth, type Transport } from "../support/host/transports.ts";
import { HELPER, JOB, JOINER, OFFER, POSTER, REWARD } from "../support/site/forms.ts";
import { createTestSite, type Fields } from "../support/site/test-site.ts";

/** A little more than a moment: what is due then has been due for a while. */
const AND_A_BIT = MINUTE;

async function open(transport: Transport, fields: Fields = {}) {
  const site = await createTestSite({ store: await transport.freshStore(), limits: false });
  const { body } = await site.send("/api/jobs", { ...JOB, ...fields });
  const id = String(body["id"]);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const start = site.clock.now;
  const poster = site.token(POSTER);
  const byPoster = async (asked: Fields) => site.send(`/api/links/${poster}`, asked);
  return {
    site,
    id,
    start,
    byPoster,
    /** Somebody offers; the offer's id and its link. */
    async offer(helper = HELPER) {
      const sent = await site.send(`/api/jobs/${id}/offers`, { ...OFFER, email: helper });
      await site.send(`/api/links/${site.token(helper)}`, { action: "confirm" });
      const link = site.token(helper);
      return {
        id: String(sent.body["id"]),
        by: async (asked: Fields) => site.send(`/api/links/${link}`, asked),
      };
    },
    state: async () => (await site.store.read("job", id))?.state,
    /** What the schedule does at this moment, twice, since the second time has to do nothing; the letters that left. */
    async at(moment: number): Promise<string[]> {
      site.clock.now = moment;
      const before = site.mails().length;
      await sweep(site.services);
      expect(await sweep(site.services)).toBe(0);
      await retry(site.services);
      const told = site.mails();
      return told
        .slice(0, told.length - before)
        .map((mail) => `${nameOf(mail)} ${mail.to}`)
        .sort();
    },
  };
}

function nameOf({ id }: { id: string }): string {
  return id.split("/")[0] ?? "";
}

/** Whether anything that is stored still knows this. */
async function isKept(transport: Transport, text: string): Promise<boolean> {
  return JSON.stringify(await transport.contents()).includes(text);
}

describeOnBoth("the calendar", (transport) => {
  it("reminds the poster of an offer on day 10 and ends it after day 14, whoever comes first", async () => {
    const { site, start, offer, at, byPoster } = await open(transport, { phone: "" });
    const sent = await offer();
    expect(await at(start + limits.OFFER_REMINDER_DAYS * DAY - HOUR)).toEqual([]);
    expect(await at(start + limits.OFFER_REMINDER_DAYS * DAY + AND_A_BIT)).toEqual([
      `offerReminder ${POSTER}`,
    ]);
    expect(await at(start + 13 * DAY)).toEqual([]);

    site.clock.now = start + limits.OFFER_LIFE_DAYS * DAY + HOUR;
    const late = await byPoster({ action: "accept", offer: sent.id });
    expect(late).toMatchObject({ status: 409, body: { code: "offerExpired" } });
    expect(await at(site.clock.now)).toEqual([`offerEnded ${HELPER}`]);
    expect((await sent.by({ action: "withdraw" })).body["code"]).toBe("offerExpired");
    // Whoever still wants to may offer again.
    expect((await byPoster({ action: "accept", offer: (await offer()).id })).body["state"]).toBe("assigned");
    site.stop();
  });

  it("warns 7 days and 24 hours before a favour ends; renewing then gives it 30 days more, once", async () => {
    const { site, start, at, byPoster, state } = await open(transport);
    const ends = start + limits.JOB_LIFE_DAYS * DAY;
    expect((await byPoster({ action: "renew" })).status).toBe(409);
    expect(await at(ends - 8 * DAY)).toEqual([]);
    expect(await at(ends - 7 * DAY + AND_A_BIT)).toEqual([`jobEnding ${POSTER}`]);
    expect(await at(ends - 2 * DAY)).toEqual([]);
    expect(await at(ends - DAY + AND_A_BIT)).toEqual([`jobEnding ${POSTER}`]);
    expect((await byPoster({ action: "renew" })).body["state"]).toBe("open");
    expect((await byPoster({ action: "renew" })).body["alreadyDone"]).toBe(true);

    const again = site.clock.now + limits.JOB_LIFE_DAYS * DAY;
    expect(await at(ends + DAY)).toEqual([]);
    expect(await at(again - 7 * DAY + AND_A_BIT)).toEqual([`jobEnding ${POSTER}`]);
    expect(await at(again + AND_A_BIT)).toEqual([`jobExpired ${POSTER}`]);
    expect(await state()).toBe("expired");
    site.stop();
  });

  it("asks again on day 5 whether what was delivered is done, and takes it for done on day 14", async () => {
    const { site, start, id, offer, at, byPoster, state } = await open(transport);
    await site.send(`/api/jobs/${id}/rewards`, REWARD);
    await site.send(`/api/links/${site.token(JOINER)}`, { action: "confirm" });
    const sent = await offer();
    const waiting = await offer("eva@example.org");
    await byPoster({ action: "accept", offer: sent.id });
    await sent.by({ action: "deliver" });
    expect(await at(start + 4 * DAY)).toEqual([]);
    expect(await at(start + 5 * DAY + AND_A_BIT)).toEqual([`deliveryReminder ${POSTER}`]);
    expect(await at(start + 13 * DAY)).toEqual([]);
    expect(await at(start + 14 * DAY + AND_A_BIT)).toEqual([
      `jobDone ${POSTER}`,
      `jobDone ${HELPER}`,
      "offerEnded eva@example.org",
      `rewardEnded ${JOINER}`,
    ]);
    expect(await state()).toBe("done");
    expect((await waiting.by({ action: "withdraw" })).body["code"]).toBe("offerNotChosen");

    site.clock.now += (limits.REWARD_MISSING_DAYS + 1) * DAY;
    const late = await sent.by({ action: "rewardMissing", reason: "No me la ha dado." });
    expect(late.body["code"]).toBe("rewardMissingTooLate");
    site.stop();
  });

  it("asks both after 38 days without news and opens the favour again after 45, counted from the deadline", async () => {
    const deadline = addDays(madridDay(Date.now()), 20);
    const { site, offer, at, byPoster, state, id } = await open(transport, { deadline });
    const [sent, waiting] = [await offer(), await offer("eva@example.org")];
    await byPoster({ action: "accept", offer: sent.id });
    const base = endOfMadridDay(deadline);
    expect(await at(base + limits.ASSIGNED_WARNED_DAYS * DAY - HOUR)).toEqual([]);
    expect(await at(base + limits.ASSIGNED_WARNED_DAYS * DAY + AND_A_BIT)).toEqual([
      `agreementWarned ${POSTER}`,
      `agreementWarned ${HELPER}`,
    ]);
    expect(await at(base + 44 * DAY)).toEqual([]);
    expect(await isKept(transport, HELPER)).toBe(true);
    // Its deadline has long passed: who stood by is told that it is over.
    expect(await at(base + limits.ASSIGNED_LAPSES_DAYS * DAY + AND_A_BIT)).toEqual([
      `agreementLapsed ${POSTER}`,
      `jobExpired ${POSTER}`,
      "offerEnded eva@example.org",
      `offerEnded ${HELPER}`,
    ]);
    expect(await state()).toBe("expired");
    const { offers } = await site.store.offersOf(id, site.clock.now);
    expect(offers.find((one) => one.id === sent.id)?.helper).toMatchObject({ email: "", phone: null });
    expect((await waiting.by({ action: "withdraw" })).body["code"]).toBe("offerExpired");
    site.stop();
  });

  it("invites who stood by when an agreement without a deadline lapses", async () => {
    const { site, start, offer, at, byPoster, state } = await open(transport);
    const [sent, waiting] = [await offer(), await offer("eva@example.org")];
    await byPoster({ action: "accept", offer: sent.id });
    await at(start + limits.ASSIGNED_WARNED_DAYS * DAY + AND_A_BIT);
    expect(await at(start + limits.ASSIGNED_LAPSES_DAYS * DAY + AND_A_BIT)).toEqual([
      `agreementLapsed ${POSTER}`,
      `offerEnded ${HELPER}`,
      "offerInvitedAgain eva@example.org",
    ]);
    expect(await state()).toBe("open");
    expect((await byPoster({ action: "accept", offer: waiting.id })).body["state"]).toBe("assigned");
    site.stop();
  });

  it("a favour that the poster disputes is not taken from its helper by an old date", async () => {
    const { site, start, offer, at, byPoster, state } = await open(transport);
    const sent = await offer();
    await byPoster({ action: "accept", offer: sent.id });
    site.clock.now = start + 36 * DAY;
    await sent.by({ action: "deliver" });
    site.clock.now = start + 44 * DAY;
    await byPoster({ action: "dispute", reason: "Falta la mitad." });
    expect(await at(start + 46 * DAY)).toEqual([]);
    expect(await state()).toBe("assigned");
    site.stop();
  });

  it.each([
    ["withdrawn", async (asked: Asking) => asked.byPoster({ action: "withdraw", reason: "ya-no" })],
    ["expired", async (asked: Asking) => asked.at(asked.start + 30 * DAY + AND_A_BIT)],
    ["done", async (asked: Asking) => finish(asked)],
  ])("forgets everybody's contact data 90 days after a favour was %s", async (state, end) => {
    const asked = await open(transport);
    await asked.offer("eva@example.org");
    await end(asked);
    expect(await asked.state()).toBe(state);
    const ended = asked.site.clock.now;
    await asked.at(ended + limits.ENDED_OFFER_TTL_DAYS * DAY - HOUR);
    expect(await isKept(transport, POSTER)).toBe(true);
    await asked.at(ended + limits.ENDED_OFFER_TTL_DAYS * DAY + AND_A_BIT);
    for (const known of [POSTER, HELPER, "eva@example.org", "600 111 222", "600 333 444"]) {
      expect(await isKept(transport, known)).toBe(false);
    }
    expect((await asked.site.read(`/api/jobs/${asked.id}`)).body["state"]).toBe(state);
    asked.site.stop();
  });

  it("does so much in one run, and the rest in the next", async () => {
    const { site, start } = await open(transport);
    for (const poster of ["uno@example.org", "dos@example.org"]) {
      await site.send("/api/jobs", { ...JOB, title: `El favor de ${poster.slice(0, 3)}`, email: poster });
      await site.send(`/api/links/${site.token(poster)}`, { action: "confirm" });
    }
    site.clock.now = start + 31 * DAY;
    expect(await sweep(site.services, { limit: 2 })).toBe(2);
    expect(await sweep(site.services, { limit: 2 })).toBe(1);
    expect(await sweep(site.services, { limit: 2 })).toBe(0);
    site.clock.now += 90 * DAY;
    expect(await sweep(site.services, { limit: 2 })).toBe(2);
    expect(await sweep(site.services, { limit: 2 })).toBe(1);
    expect(await sweep(site.services, { limit: 2 })).toBe(0);
    site.stop();
  });

  it("one favour that can't be seen to doesn't keep the others", async () => {
    const { site, start, id } = await open(transport);
    while (!(await site.store.migrate(100, start)));
    const commit = site.store.commit.bind(site.store);
    site.store.commit = (decision, ...rest) =>
      decision.changes.some(({ before }) => before?.id === id)
        ? Promise.reject(new Error("as if the store were down"))
        : commit(decision, ...rest);
    site.clock.now += MINUTE;
    await site.send("/api/jobs", { ...JOB, title: "El favor de otra persona", email: "eva@example.org" });
    await site.send(`/api/links/${site.token("eva@example.org")}`, { action: "confirm" });
    site.clock.now = start + 23 * DAY + HOUR;
    expect(await sweep(site.services, { limit: 1 })).toBe(0);
    expect(await sweep(site.services, { limit: 1 })).toBe(1);
    expect(await sweep(site.services, { limit: 1 })).toBe(0);
    // It is tried again later.
    site.store.commit = commit;
    site.clock.now += HOUR;
    expect(await sweep(site.services, { limit: 1 })).toBe(1);
    site.stop();
  });
});

type Asking = Awaited<ReturnType<typeof open>>;

async function finish({ offer, byPoster }: Asking): Promise<void> {
  const sent = await offer();
  await byPoster({ action: "accept", offer: sent.id });
  await byPoster({ action: "complete" });
}
