import { expect, it } from "vitest";
import { DAY } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import {
  createTestSite,
  MODERATOR,
  type Answer,
  type Fields,
  type TestSite,
} from "../support/site/test-site.ts";
import { tellNow } from "../support/site/moderating.ts";

const said = ({ status, body }: Answer) => `${status} ${String(body["code"] ?? body["state"])}`;
const byLink = async (site: TestSite, who: string, fields: Fields) => {
  if (who === MODERATOR) await tellNow(site);
  return said(await site.send(`/api/links/${site.token(who)}`, fields));
};
const CLAIM: Fields = { action: "rewardMissing", reason: "Quedamos en 15 € y no contesta." };

async function doneJob(site: TestSite): Promise<string> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const offered = await site.send(`/api/jobs/${String(body["id"])}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  await byLink(site, POSTER, { action: "accept", offer: String(offered.body["id"]) });
  expect(await byLink(site, HELPER, CLAIM)).toBe("409 jobAssigned");
  expect(await byLink(site, POSTER, { action: "complete" })).toBe("200 done");
  return String(body["id"]);
}

describeOnBoth("a reward that the helper misses", (transport) => {
  it.each([
    [HELPER, "settle", "settled"],
    [MODERATOR, "settle", "settled"],
    [MODERATOR, "uphold", "upheld"],
  ])("is asked for, a moderator is told, and it ends once: %s, %s", async (who, action, state) => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    const job = await doneJob(site);
    expect(await byLink(site, HELPER, { action: "settle" })).toBe("409 rewardNotMissing");
    expect(await byLink(site, HELPER, { action: "rewardMissing" })).toBe("422 invalid");
    expect(await byLink(site, HELPER, CLAIM)).toBe("200 claimed");
    expect(await byLink(site, HELPER, CLAIM)).toBe("200 claimed");
    const names = site.mails().map(({ id, to }) => `${String(id.split("/")[0])} ${to}`);
    expect(names.filter((name) => name.startsWith("rewardMissing"))).toEqual([`rewardMissing ${POSTER}`]);
    expect(names.filter((name) => name.startsWith("moderate"))).toEqual([`moderateQueue ${MODERATOR}`]);
    expect((await site.store.read("job", job))?.missingReward?.state).toBe("claimed");

    expect(await byLink(site, who, { action })).toBe(`200 ${state}`);
    expect(await byLink(site, MODERATOR, { action: "uphold" })).toBe(`200 ${state}`);
    const told = site.mails().filter(({ id }) => id.startsWith("missingDecided"));
    expect(told.map(({ to }) => to).sort()).toEqual([POSTER, HELPER].sort());
    const { body } = await site.read(`/api/jobs/${job}`);
    expect(JSON.stringify(body)).not.toContain("no contesta");
    site.stop();
  });

  it("can be said for 14 days", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    await doneJob(site);
    site.clock.now += 14 * DAY + 1;
    expect(await byLink(site, HELPER, CLAIM)).toBe("409 rewardMissingTooLate");
    site.stop();
  });
});
