import { expect, it } from "vitest";
import { sendNotices } from "../../netlify/schedule/notices.ts";
import { retry } from "../../netlify/schedule/retry.ts";
import { NOTICE_GATHERS_MINUTES } from "../../src/domain/kernel/digest-limits.ts";
import { DAY, HOUR, madridInstant, MINUTE } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT } from "../support/site/forms.ts";
import { decide, named, signedIn } from "../support/site/moderating.ts";
import { AUTHOR, createTestSite, SITE_URL, type Fields, type TestSite } from "../support/site/test-site.ts";

const EVA = "eva@example.org";
const LUIS = "luis@example.org";
const NOA = "noa@example.org";
const FRIDAY_AT_TEN = madridInstant("2026-11-27", "10:00");
const SATURDAY_AT_NINE = madridInstant("2026-11-28", "09:00");
const GATHERED = (NOTICE_GATHERS_MINUTES + 2) * MINUTE;

function failed(step: string, error: unknown): never {
  throw new Error(step, { cause: error });
}

/** Confirmed, and let through by a moderator where it is the first of its address. */
async function commented(site: TestSite, email: string, fields: Fields = {}): Promise<string> {
  const { body } = await site.send("/api/comments", {
    ...COMMENT,
    name: email.split("@")[0] ?? "",
    email,
    ...fields,
  });
  const id = String(body["id"]);
  await site.send(`/api/links/${site.token(email)}`, { action: "confirm" });
  if ((await site.store.read("comment", id))?.state === "held") {
    const cookie = await signedIn(site);
    await decide(site, cookie, { action: "approve", ids: await named(site, "comment", id) });
  }
  expect((await site.store.read("comment", id))?.state).toBe("approved");
  return id;
}

const letters = (site: TestSite, email: string) =>
  site.mails().filter(({ id, to }) => id.startsWith("answers/") && to === email);

const run = (site: TestSite) => sendNotices(site.services, failed);

describeOnBoth("notices of answers", (transport) => {
  const begin = async (fields: Fields = { notify: "each" }) => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    site.clock.now = FRIDAY_AT_TEN;
    const root = await commented(site, EVA, fields);
    site.clock.now += MINUTE;
    const answer = (email: string, more: Fields = {}) => commented(site, email, { parent: root, ...more });
    return { site, root, answer };
  };

  it("gather what is answered in ten minutes, tell whoever asked and nobody of their own, and come once", async () => {
    const { site, root, answer } = await begin();
    const first = await answer(LUIS, { text: "Escríbeme al 612 34 56 78." });
    site.clock.now += 3 * MINUTE;
    await answer(NOA, { text: "Yo lo haría al revés." });
    await answer(EVA, { text: "Gracias a los dos." });
    site.clock.now += 2 * MINUTE;
    expect(await run(site)).toBe(0);
    site.clock.now += GATHERED;
    expect(await run(site)).toBe(1);
    expect(await run(site)).toBe(0);
    const [letter, ...others] = letters(site, EVA);
    expect(others).toEqual([]);
    expect(letter?.subject).toContain("2 respuestas nuevas");
    expect(letter?.text).toContain("Yo lo haría al revés.");
    expect(letter?.text).not.toMatch(/612 34 56 78|Gracias a los dos|example\.org/);
    expect(letter?.text).toContain(`${SITE_URL}/articulos/abierto/comentarios/`);
    expect(letter?.text).toContain(first);
    expect(letter?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    for (const other of [LUIS, NOA]) expect(letters(site, other)).toEqual([]);

    site.clock.now += HOUR;
    await commented(site, LUIS, { parent: root, text: "Otra cosa más." });
    site.clock.now += GATHERED;
    await run(site);
    expect(letters(site, EVA)).toHaveLength(2);
    site.stop();
  });

  it("end in one click from the letter's head, without a page, and can be asked for again by a later comment", async () => {
    const { site, answer } = await begin();
    await answer(LUIS);
    site.clock.now += GATHERED;
    await run(site);
    const head = letters(site, EVA)[0]?.headers["List-Unsubscribe"] ?? "";
    const path = head.slice(1, -1).replace(SITE_URL, "");
    await answer(LUIS, { text: "Y otra." });
    site.clock.now += GATHERED;
    expect((await site.send(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
    expect((await site.send(path, { "List-Unsubscribe": "One-Click" })).body["alreadyDone"]).toBe(true);
    expect((await site.send(path, { action: "change", notify: "daily" })).body["code"]).toBe("noticesOff");
    await run(site);
    site.clock.now += DAY;
    await run(site);
    expect(letters(site, EVA)).toHaveLength(1);

    await answer(EVA, { text: "Sigo aquí.", notify: "each" });
    site.clock.now += MINUTE;
    await answer(NOA, { text: "Y yo." });
    site.clock.now += GATHERED;
    await run(site);
    expect(letters(site, EVA)[0]?.text).toContain("Y yo.");
    expect(letters(site, EVA)).toHaveLength(2);
    site.stop();
  });

  it("come at nine in Madrid for whoever wants one a day, and of the author alone for whoever wants that", async () => {
    const { site, root, answer } = await begin({ notify: "daily" });
    await answer(NOA, { text: "Me interesa.", notify: "author" });
    await answer(LUIS, { text: "Y a mí." });
    site.clock.now += HOUR;
    expect(await run(site)).toBe(0);
    await commented(site, AUTHOR, { parent: root, text: "Aquí va la respuesta.", name: "Autora" });
    site.clock.now += GATHERED;
    await run(site);
    expect(letters(site, NOA)).toHaveLength(1);
    expect(letters(site, NOA)[0]?.text).not.toContain("Y a mí.");
    expect(letters(site, EVA)).toEqual([]);
    site.clock.now = SATURDAY_AT_NINE;
    await run(site);
    expect(letters(site, EVA)[0]?.subject).toContain("3 respuestas nuevas");
    site.stop();
  });

  it("are asked for by confirming, changed by link, and leave with the comment that asked", async () => {
    const { site, root, answer } = await begin({ notify: "none" });
    await answer(LUIS);
    site.clock.now += GATHERED;
    expect(await run(site)).toBe(0);
    // Nobody confirmed it.
    await site.send("/api/comments", { ...COMMENT, email: NOA, parent: root, notify: "each" });
    await answer(LUIS, { text: "Otra." });
    site.clock.now += GATHERED;
    await run(site);
    expect(letters(site, NOA)).toEqual([]);

    const own = await answer(NOA, { text: "Ahora sí.", notify: "each" });
    site.clock.now += MINUTE;
    await answer(LUIS, { text: "Tercera." });
    site.clock.now += GATHERED;
    await run(site);
    expect(letters(site, NOA)).toHaveLength(1);
    const link = `/api/links/${site.token(NOA)}`;
    expect((await site.send(link, { action: "change", notify: "weekly" })).status).toBe(422);
    expect((await site.send(link, { action: "change", notify: "daily" })).body).toEqual({ state: "on" });
    await answer(LUIS, { text: "Cuarta." });
    site.clock.now += GATHERED;
    expect(await run(site)).toBe(0);

    await site.send("/api/my-data", { email: NOA });
    const data = `/api/links/${site.token(NOA)}`;
    const file = (await site.send(data, { action: "export" })).body;
    expect(file["notices"]).toMatchObject([{ state: "on", notify: "daily" }]);
    expect(JSON.stringify(file["comments"])).toContain(own);
    await site.send(data, { action: "erase" });
    expect(await transport.contents()).not.toHaveProperty(`watchers:${root}`);
    expect(Object.keys(await transport.contents()).filter((key) => key.startsWith("notice:"))).toEqual([]);
    site.clock.now += DAY;
    expect(await run(site)).toBe(0);
    site.stop();
  });

  it("end by the comment's own link before the first letter came, whatever else of theirs asks, until a later comment asks anew", async () => {
    const { site, root, answer } = await begin();
    await answer(EVA, { text: "Y otra cosa.", notify: "daily" });
    const link = `/api/links/${site.token(EVA)}`;
    await answer(LUIS);
    site.clock.now += 3 * MINUTE;
    await run(site);
    expect((await site.send(link, { action: "unsubscribe" })).body).toEqual({ state: "off" });
    expect((await site.send(link, { action: "unsubscribe" })).body).toEqual({
      ...{ state: "off", alreadyDone: true },
    });
    await answer(NOA, { text: "Pues yo no." });
    site.clock.now += DAY;
    await run(site);
    expect(letters(site, EVA)).toEqual([]);
    expect(await site.store.read("comment", root)).toMatchObject({ state: "approved", notify: "each" });

    await answer(EVA, { text: "Sigo aquí.", notify: "each" });
    site.clock.now += MINUTE;
    await answer(NOA, { text: "Y yo." });
    site.clock.now += GATHERED;
    await run(site);
    expect(letters(site, EVA)).toHaveLength(1);
    site.stop();
  });

  it("make one letter of two runs at once, and none where somebody ends them meanwhile", async () => {
    const { site, answer } = await begin();
    await answer(LUIS);
    site.clock.now += GATHERED;
    await Promise.all([run(site), run(site)]);
    expect(letters(site, EVA)).toHaveLength(1);
    await answer(LUIS, { text: "Otra." });
    site.clock.now += GATHERED;
    const link = `/api/links/${site.token(EVA)}`;
    await Promise.all([run(site), site.send(link, { action: "unsubscribe" })]);
    await retry(site.services);
    const notice = await site.store.read(
      "notice",
      site.services.signer.noticeId(
        site.services.signer.addressId(EVA),
        (await site.store.publishedBetween(0, site.clock.now, 1))[0]?.id ?? "",
      ),
    );
    expect(notice).toMatchObject({ state: "off", dueAt: null });
    expect(letters(site, EVA).length).toBeLessThanOrEqual(2);
    site.stop();
  });
});
