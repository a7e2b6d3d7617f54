import { expect, it } from "vitest";
import { sweep } from "../../netlify/schedule/sweep.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite } from "../support/site/test-site.ts";

describeOnBoth("the sweeper", (transport) => {
  it("closes a favour whose time is over, once, and tells who asked and who offered", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const { body } = await site.send("/api/jobs", JOB);
    const id = String(body["id"]);
    await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
    await site.send(`/api/jobs/${id}/offers`, OFFER);
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    expect(await sweep(site.services)).toBe(0);

    site.clock.now += 31 * DAY;
    site.purged.length = 0;
    expect(await sweep(site.services)).toBe(1);
    expect(await sweep(site.services)).toBe(0);
    expect((await site.read(`/api/jobs/${id}`)).body["state"]).toBe("expired");
    expect(site.purged).toContain("jobs");
    const told = site.mails().map(({ id: mail, to }) => [mail.split("/")[0], to]);
    expect(told).toContainEqual(["jobExpired", POSTER]);
    expect(told).toContainEqual(["offerEnded", HELPER]);

    const renewed = await site.send(`/api/links/${site.token(POSTER)}`, { action: "renew" });
    expect(renewed.body["state"]).toBe("open");
    site.stop();
  });
});
