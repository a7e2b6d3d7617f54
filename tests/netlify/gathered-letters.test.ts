import { expect, it } from "vitest";
import { retry } from "../../netlify/schedule/retry.ts";
import { tellModerators } from "../../netlify/forms/telling.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { apply } from "../../src/store/commit.ts";
import { write } from "../../src/store/instructions.ts";
import { unheardKey, WAITING } from "../../src/store/keys.ts";
import { createStore } from "../../src/store/store.ts";
import type { StoredMail } from "../../src/mail/senders/mailbox.ts";
import { describeOnBoth, type Transport } from "../support/host/transports.ts";
import { COMMENT, JOB } from "../support/site/forms.ts";
import { decide, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";

const OTHER = "segunda@makethejobs.test";
/** Eleven in the morning in Madrid. */
const ELEVEN = Date.parse("2026-12-01T10:00:00Z");
const NEXT_NINE = Date.parse("2026-12-02T08:00:00Z");
const FRAUD = "Te pagamos por dar likes desde casa, escríbeme y te lo cuento todo.";

function letters(site: TestSite): StoredMail[] {
  return site.mails().filter(({ id }) => id.startsWith("moderateQueue/"));
}

async function begin(transport: Transport): Promise<TestSite> {
  const site = await createTestSite({ store: await transport.freshStore(), limits: false });
  Object.assign(site.services.config, { moderators: [MODERATOR, OTHER] });
  site.clock.now = ELEVEN;
  return site;
}

async function confirmed(site: TestSite, path: string, fields: Record<string, string>): Promise<string> {
  const { body } = await site.send(path, fields);
  await site.send(`/api/links/${site.token(fields["email"] ?? "")}`, { action: "confirm" });
  return String(body["id"]);
}
const comment = (site: TestSite, name: string) =>
  confirmed(site, "/api/comments", {
    ...COMMENT,
    email: `${name}@example.org`,
    text: `Lo que dice ${name}.`,
  });
const fraud = (site: TestSite, name: string) =>
  confirmed(site, "/api/jobs", { ...JOB, email: `${name}@example.org`, description: `${FRAUD} ${name}` });

/** What the clock does, at this moment. */
async function runAt(site: TestSite, now: number): Promise<number> {
  site.clock.now = now;
  const before = letters(site).length;
  await retry(site.services);
  return letters(site).length - before;
}

describeOnBoth("letters to the moderators", (transport) => {
  it("of what is not urgent: one at nine, to each, with links that decide; then none until something new waits", async () => {
    const site = await begin(transport);
    const first = await comment(site, "ana");
    site.clock.now += 1;
    await comment(site, "bea");
    expect(await runAt(site, ELEVEN + MINUTE)).toBe(0);
    expect(await runAt(site, NEXT_NINE - 1)).toBe(0);
    expect(await runAt(site, NEXT_NINE)).toBe(2);
    const [letter] = letters(site).filter(({ to }) => to === OTHER);
    expect(letter?.subject).toBe("Moderación: lo que espera");
    expect(letter?.text).toContain("Nuevo desde el último correo: 2");
    for (const words of ["Lo que dice ana.", "Lo que dice bea.", "/moderacion/"])
      expect(letter?.text).toContain(words);

    const tokens = [...(letter?.text ?? "").matchAll(/\/gestion\/([\w-]{63})\//g)].map(([, token]) => token);
    expect(new Set(tokens).size).toBe(2);
    const done = await site.send(`/api/links/${String(tokens[0])}`, { action: "approve" });
    expect([done.status, done.body["state"]]).toEqual([200, "approved"]);
    expect((await site.store.read("comment", first))?.state).toBe("approved");
    // The other still waits, and everybody was told.
    for (const days of [1, 2]) expect(await runAt(site, NEXT_NINE + days * 1440 * MINUTE)).toBe(0);
    site.stop();
  });

  it("of what is urgent: at once, then at most every 15 minutes, with everything that came meanwhile", async () => {
    const site = await begin(transport);
    await comment(site, "ana");
    await fraud(site, "uno");
    expect(letters(site).map(({ subject }) => subject)).toEqual(
      Array(2).fill("Moderación: algo espera y corre prisa"),
    );
    expect(letters(site)[0]?.text).toMatch(/correo: 2\n.*prisa: 1\n.*total: 2\n/);
    await fraud(site, "dos");
    await fraud(site, "tres");
    await comment(site, "bea");
    expect(await runAt(site, ELEVEN + 14 * MINUTE)).toBe(0);
    expect(await runAt(site, ELEVEN + 15 * MINUTE)).toBe(2);
    expect(letters(site)[0]?.text).toMatch(/correo: 3\n.*prisa: 2\n.*total: 5\n/);
    expect(await runAt(site, ELEVEN + 40 * MINUTE)).toBe(0);
    // Nothing is left for the morning.
    expect(await runAt(site, NEXT_NINE)).toBe(0);
    site.stop();
  });

  it("say nothing of what was decided before they leave", async () => {
    const site = await begin(transport);
    await fraud(site, "uno");
    const mine = await signedIn(site);
    const second = await fraud(site, "dos");
    const calm = await comment(site, "ana");
    await decide(site, mine, { ids: await named(site, "job", second), action: "reject", reason: "Estafa." });
    await decide(site, mine, { ids: await named(site, "comment", calm), action: "approve" });
    expect(await runAt(site, ELEVEN + 15 * MINUTE)).toBe(0);
    expect(await runAt(site, NEXT_NINE)).toBe(0);
    site.stop();
  });

  it("tell at once of a report and of an appeal, whatever they were told before", async () => {
    const site = await begin(transport);
    const mine = await signedIn(site);
    const id = await fraud(site, "uno");
    const owner = `/api/links/${site.token("uno@example.org")}`;
    await decide(site, mine, { ids: await named(site, "job", id), action: "approve" });
    site.clock.now += 20 * MINUTE;
    const email = "vecina@example.org";
    await confirmed(site, "/api/reports", {
      kind: "job",
      id,
      reason: "repetido",
      text: "Es el mismo.",
      email,
    });
    expect(letters(site)).toHaveLength(4);
    expect(letters(site)[0]?.text).toContain("Aviso sobre un favor.");
    expect(letters(site)[0]?.text).not.toContain(email);

    await decide(site, mine, { ids: await named(site, "job", id), action: "hide", reason: "Repetido." });
    site.clock.now += 20 * MINUTE;
    expect((await site.send(owner, { action: "appeal", text: "No lo es." })).status).toBe(200);
    expect(letters(site)).toHaveLength(6);
    expect(letters(site)[0]?.text).toContain("Recurso sobre un favor.");
    site.stop();
  });

  it("count what waits of any kind, those that this version can't read included", async () => {
    const client = await transport.freshClient();
    const site = await createTestSite({ store: createStore(client, "embedded"), limits: false });
    site.clock.now = ELEVEN;
    const member = "riddle bbbbbbbbbbbbbbbbbbbb";
    const places = [WAITING, unheardKey(true)].map((key) => write.zadd(key, ELEVEN, member));
    await apply(client, "list something of a later version", [], places);
    expect(await runAt(site, ELEVEN)).toBe(1);
    expect(letters(site)[0]?.text).toMatch(/correo: 1\n.*prisa: 1\n.*total: 1\n/);
    expect(await runAt(site, NEXT_NINE)).toBe(0);
    site.stop();
  });

  it("of many: those that fit, and how many more; all of them count as told", async () => {
    const client = await transport.freshClient();
    const site = await createTestSite({ store: createStore(client, "embedded"), limits: false });
    site.clock.now = ELEVEN;
    await comment(site, "ana");
    const members = Array.from({ length: 700 }, (_, n) => `riddle ${"b".repeat(17)}${String(100 + n)}`);
    const steps = members.flatMap((member) =>
      [WAITING, unheardKey(false)].map((key) => write.zadd(key, ELEVEN - 1, member)),
    );
    await apply(client, "list many", [], steps);
    expect(await runAt(site, ELEVEN)).toBe(0);
    expect(await runAt(site, NEXT_NINE)).toBe(1);
    expect(letters(site)[0]?.text).toContain("701");
    expect(await site.store.unheard()).toMatchObject({ urgent: 0, calm: 0, total: 701 });
    site.stop();
  });

  it("are written once, however many runs there are at once, and lost by none", async () => {
    const site = await begin(transport);
    await comment(site, "ana");
    await runAt(site, ELEVEN + MINUTE);
    site.clock.now = NEXT_NINE;
    const runs = await Promise.all(Array.from({ length: 5 }, () => tellModerators(site.services)));
    expect(runs.flat()).toHaveLength(2);
    // They wait in the outbox until they can leave.
    expect(letters(site)).toHaveLength(0);
    expect(await runAt(site, NEXT_NINE + 180 * MINUTE)).toBe(2);
    site.stop();
  });
});
