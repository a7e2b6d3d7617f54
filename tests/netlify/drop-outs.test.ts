import { expect, it } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { DAY, HOUR } from "../../src/domain/kernel/time.ts";
import { readKeptStore } from "../kept-stores/kept-store.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

async function act(site: TestSite, token: string, fields: Fields) {
  return (await site.send(`/api/links/${token}`, fields)).body["state"];
}

/** A favour of the poster's; its link and its id. */
async function publish(site: TestSite, title: string): Promise<{ id: string; token: string }> {
  const { body } = await site.send("/api/jobs", { ...JOB, title });
  await act(site, site.token(POSTER), { action: "confirm" });
  return { id: String(body["id"]), token: site.token(POSTER) };
}

async function agree(
  site: TestSite,
  { id, token }: { id: string; token: string },
  helper: string,
): Promise<void> {
  const { body } = await site.send(`/api/jobs/${id}/offers`, { ...OFFER, email: helper });
  await act(site, site.token(helper), { action: "confirm" });
  expect(await act(site, token, { action: "accept", offer: String(body["id"]) })).toBe("assigned");
}

async function stateOf(site: TestSite, { id }: { id: string }) {
  return (await site.store.read("job", id))?.state;
}

const WAYS: readonly (readonly [string, Fields, string])[] = [
  ["dropping out", { action: "dropOut", reason: "No puedo." }, "held"],
  ["withdrawing", { action: "withdraw", reason: "ya-no" }, "withdrawn"],
  ["erasing", { action: "erase" }, "erased"],
];

describeOnBoth("who gathers contacts by agreeing and leaving in turn", (transport) => {
  it.each(WAYS)("has every open favour held after the second time, by %s", async (_way, leaving, state) => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const other = await publish(site, "Otro favor distinto");
    const first = await publish(site, "Un primer favor");
    await agree(site, first, "uno@example.org");
    expect(await act(site, first.token, leaving)).toBe(state === "held" ? "open" : state);
    expect(await stateOf(site, other)).toBe("open");

    const second = await publish(site, "Un segundo favor");
    await agree(site, second, "dos@example.org");
    expect(await act(site, second.token, leaving)).toBe(state);
    expect(await stateOf(site, other)).toBe("held");
    expect((await site.read("/api/jobs")).body["total"]).toBe(0);
    const told = site.mails().filter(({ id }) => id.startsWith(`jobHeld/${other.id}/`));
    expect(told.map(({ to }) => to)).toEqual([POSTER]);
    const { things } = await site.store.waiting(0, 9, site.clock.now);
    expect(things.map(({ linked }) => linked.kind === "job" && linked.job.id)).toContain(other.id);
    site.stop();
  });

  it("counts for ninety days only, and only what was agreed upon", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const first = await publish(site, "Un primer favor");
    await agree(site, first, "uno@example.org");
    await act(site, first.token, { action: "dropOut", reason: "No puedo." });
    const unagreed = await publish(site, "Un favor sin acuerdo");
    expect(await act(site, unagreed.token, { action: "withdraw", reason: "ya-no" })).toBe("withdrawn");
    expect(await stateOf(site, first)).toBe("open");

    site.clock.now += 91 * DAY;
    const late = await publish(site, "Un favor de mucho después");
    await agree(site, late, "dos@example.org");
    expect(await act(site, late.token, { action: "dropOut", reason: "No puedo." })).toBe("open");
    site.stop();
  });
});

describeOnBoth("favours stored before they were listed by address", (transport) => {
  it("are listed in small steps, once", async () => {
    const kept = readKeptStore("november-2026");
    const store = await transport.keptStore(kept.contents);
    const site = await createTestSite({ store, limits: false });
    site.clock.now = kept.filledAt + HOUR;
    const { jobs } = await store.board({ order: "newest", page: 1 }, site.clock.now);
    const addresses = jobs.map(({ job }) => job.poster.address);
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect(await store.liveJobsOf(address)).toEqual([]);

    let steps = 1;
    while (!(await store.migrate(10, site.clock.now))) steps += 1;
    expect(steps).toBeGreaterThan(1);
    for (const { job } of jobs) expect(await store.liveJobsOf(job.poster.address)).toEqual([job]);
    const before = await transport.contents();
    expect(await store.migrate(10, site.clock.now)).toBe(true);
    expect(await transport.contents()).toEqual(before);
    await sweep(site.services);
    site.stop();
  });
});
