import { expect, it } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { hideJob } from "../../src/domain/favours/moderating.ts";
import { addDays, DAY, madridDay, madridInstant, MINUTE } from "../../src/domain/kernel/time.ts";
import { settle } from "../../netlify/forms/settle.ts";
import { ruleContext } from "../../netlify/forms/deps.ts";
import { err, fail } from "../../src/domain/kernel/errors.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Answer, type TestSite } from "../support/site/test-site.ts";

interface Favour {
  readonly site: TestSite;
  readonly id: string;
  readonly offer: string;
  readonly poster: string;
  readonly helper: string;
}

async function offeredFavour(site: TestSite): Promise<Favour> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const id = String(body["id"]);
  const offered = await site.send(`/api/jobs/${id}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  const [poster, helper] = [POSTER, HELPER].map((who) => `/api/links/${site.token(who)}`);
  return { site, id, offer: String(offered.body["id"]), poster: poster ?? "", helper: helper ?? "" };
}

function lettersOf(site: TestSite, name: string): string[] {
  return site
    .mails()
    .filter(({ id }) => id.startsWith(`${name}/`))
    .map(({ to }) => to)
    .sort();
}

async function hide({ site, id }: Favour): Promise<string> {
  const deps = { ...site.services, clientIp: "", waitUntil: null };
  const read = () => site.store.read("job", id);
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (job) =>
      job === null
        ? err(fail("jobNotFound"))
        : hideJob({ job, reason: "No cabe aquí", offers: [], seen: 0 }, ruleContext(deps)),
    formKey: null,
    request: null,
  });
  return result.ok ? result.value.state : result.error.code;
}

/** What else happens at the same moment, by name. */
const MEANWHILE: Readonly<Record<string, (favour: Favour) => Promise<unknown>>> = {
  "its helper withdraws it": ({ site, helper }) => site.send(helper, { action: "withdraw" }),
  "its helper changes it": ({ site, helper }) =>
    site.send(helper, { action: "edit", message: "Mejor el martes que viene, si te va bien." }),
  "the poster changes the favour": ({ site, poster }) =>
    site.send(poster, { action: "edit", title: "Ayuda con otro boletín" }),
  "its time is over and the sweeper comes by": ({ site }) => {
    site.clock.now += 31 * DAY;
    return sweep(site.services);
  },
  "a moderator hides it": hide,
};

describeOnBoth("accepting", (transport) => {
  it.each(Object.keys(MEANWHILE))("while %s: one of both, and a refusal reveals nothing", async (what) => {
    const favour = await offeredFavour(await createTestSite({ store: await transport.freshStore() }));
    const { site, id, offer, poster } = favour;
    const [answer] = await Promise.all([
      site.send(poster, { action: "accept", offer, offerVersion: "2" }),
      MEANWHILE[what]?.(favour),
    ]);
    const job = await site.store.read("job", id);
    await site.services.outbox.deliverDue(50);
    const contacts = [...lettersOf(site, "contactForPoster"), ...lettersOf(site, "contactForHelper")];
    if (answer.status === 200) {
      expect(job?.assignedOffer).toBe(offer);
      expect(contacts).toEqual([POSTER, HELPER]);
    } else {
      expect(answer.status).toBe(409);
      expect(job?.assignedOffer).toBeNull();
      expect(contacts).toEqual([]);
      expect(JSON.stringify(answer.body)).not.toMatch(/example\.org|600/);
    }
    site.stop();
  });

  it("twice says that it was done, and no mail leaves again", async () => {
    const { site, offer, poster } = await offeredFavour(
      await createTestSite({ store: await transport.freshStore() }),
    );
    const twice = Array.from({ length: 8 }, (): Promise<Answer> =>
      site.send(poster, { action: "accept", offer }),
    );
    const answers = (await Promise.all(twice)).map(({ status, body }) => ({ status, ...body }));
    expect(answers.filter((answer) => !("alreadyDone" in answer))).toEqual([
      { status: 200, state: "assigned" },
    ]);
    expect(lettersOf(site, "contactForPoster")).toEqual([POSTER]);
    expect(lettersOf(site, "contactForHelper")).toEqual([HELPER]);
    site.stop();
  });

  it("with a day and an hour: both read it, and the sweeper reminds who asked for it, once", async () => {
    const { site, id, offer, poster, helper } = await offeredFavour(
      await createTestSite({ store: await transport.freshStore() }),
    );
    const agreedDate = addDays(madridDay(site.clock.now), 5);
    const accept = { action: "accept", offer, agreedTime: "18:30" };
    expect(await site.send(poster, accept)).toMatchObject({
      status: 422,
      body: { fields: { agreedDate: { code: "agreedDateMissing" } } },
    });
    expect((await site.send(helper, { action: "remind" })).body["code"]).toBe("offerSent");
    expect((await site.send(poster, { ...accept, agreedDate, remind: "on" })).status).toBe(200);
    for (const letter of site.mails().filter((mail) => mail.id.startsWith("contactFor"))) {
      expect(letter.text).toMatch(/Día acordado: .+, a las 18:30/);
    }
    expect((await site.send(helper, { action: "remind" })).body).toEqual({ state: "assigned" });
    expect((await site.send(helper, { action: "remind" })).body).toMatchObject({ alreadyDone: true });

    site.clock.now = madridInstant(addDays(agreedDate, -1), "09:00") - MINUTE;
    await sweep(site.services);
    await site.services.outbox.deliverDue(50);
    expect(lettersOf(site, "dayReminder")).toEqual([]);
    site.clock.now += MINUTE;
    expect(await sweep(site.services)).toBe(1);
    expect(await sweep(site.services)).toBe(0);
    await site.services.outbox.deliverDue(50);
    expect(lettersOf(site, "dayReminder")).toEqual([POSTER, HELPER].sort());
    const shown = await site.read(`/api/jobs/${id}`);
    expect(JSON.stringify(shown.body)).not.toContain(agreedDate);
    site.stop();
  });
});
