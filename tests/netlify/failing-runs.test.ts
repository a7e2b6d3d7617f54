import { afterEach, beforeEach, expect, it, type MockInstance, vi } from "vitest";
import { watched, type Failed } from "../../netlify/schedule/watched.ts";
import { retry } from "../../netlify/schedule/retry.ts";
import { FAILURES_TO_TELL } from "../../src/domain/kernel/limits.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { JOB } from "../support/site/forms.ts";
import { createTestSite, OWNER, type TestSite } from "../support/site/test-site.ts";

let log: MockInstance<typeof console.error>;
beforeEach(() => {
  log = vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const fails = (failed: Failed): Promise<number> => {
  failed("migrate", new TypeError("ana@example.org wrote 600 000 000"));
  return Promise.resolve(0);
};
const works = (): Promise<number> => Promise.resolve(1);
const breaks = (): Promise<number> => Promise.reject(new RangeError("ana@example.org"));

describeOnBoth("what runs by the clock", (transport) => {
  async function sweeps(site: TestSite, work: typeof fails, times = 1): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      site.clock.now += 5 * MINUTE;
      await watched("sweep", site.services, work).catch(() => undefined);
    }
  }
  const letters = (site: TestSite) => site.mails().filter(({ to }) => to === OWNER);

  it("tells the owner when it fails three times in a row, once, without a word of anybody", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await sweeps(site, fails, FAILURES_TO_TELL - 1);
    expect(letters(site)).toEqual([]);
    await sweeps(site, fails, 10);
    const [letter, ...others] = letters(site);
    expect(others).toEqual([]);
    expect(letter?.text).toContain("migrate (TypeError)");
    expect(JSON.stringify(letter)).not.toMatch(/ana@|600 000/);
    expect(await site.store.failingRun("sweep")).toMatchObject({ times: FAILURES_TO_TELL + 9 });
    site.stop();
  });

  it("tells again only after it has worked", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await sweeps(site, breaks, FAILURES_TO_TELL);
    expect(letters(site)).toHaveLength(1);
    await sweeps(site, works);
    expect(await site.store.failingRun("sweep")).toBeNull();
    await sweeps(site, fails, FAILURES_TO_TELL - 1);
    await sweeps(site, works);
    await sweeps(site, fails, FAILURES_TO_TELL - 1);
    expect(letters(site)).toHaveLength(1);
    await sweeps(site, fails);
    expect(letters(site)).toHaveLength(2);
    site.stop();
  });

  it("each run counts by itself", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await sweeps(site, fails, FAILURES_TO_TELL - 1);
    await watched("outbox", site.services, fails);
    expect(letters(site)).toEqual([]);
    const lives = Object.keys(await transport.contents()).filter((key) => key.startsWith("failing-run:"));
    expect(lives.sort()).toEqual(["failing-run:outbox", "failing-run:sweep"]);
    site.stop();
  });

  it("many at once tell once", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    await sweeps(site, fails);
    await Promise.all(Array.from({ length: 5 }, () => watched("sweep", site.services, fails)));
    expect((await site.store.failingRun("sweep"))?.times).toBeLessThanOrEqual(6);
    expect(letters(site).length).toBeLessThanOrEqual(1);
    site.stop();
  });
});

it("while the store is down a run fails as it would, and nothing else breaks", async () => {
  const site = await createTestSite({ env: { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9" } });
  await expect(watched("sweep", site.services, breaks)).rejects.toThrow(RangeError);
  expect(log.mock.calls.join()).not.toContain("ana@");
  site.stop();
});

it("a mail service that takes nothing is a failure; a run with nothing to send says nothing", async () => {
  const env = { RESEND_API_KEY: "re_test", MAIL_FROM: "a@makethejobs.test" };
  process.env["RESEND_BASE_URL"] = "http://127.0.0.1:9";
  const site = await createTestSite({ env });
  const run = () =>
    watched(
      "outbox",
      site.services,
      (failed) => retry(site.services, failed),
      ({ mails }) => mails > 0,
    );
  await site.send("/api/jobs", JOB);
  await run();
  expect(await site.store.failingRun("outbox")).toBeNull();
  site.clock.now += 2 * MINUTE;
  await run();
  expect(await site.store.failingRun("outbox")).toMatchObject({ times: 1, what: "send mails (Error)" });
  await run();
  expect(await site.store.failingRun("outbox")).toMatchObject({ times: 1 });
  delete process.env["RESEND_BASE_URL"];
  site.stop();
});
