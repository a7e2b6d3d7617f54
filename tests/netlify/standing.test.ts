import { expect, it } from "vitest";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { JOB, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, MODERATOR, type TestSite } from "../support/site/test-site.ts";

/** Phrases alone: they weigh, and hold nothing. */
const DOUBTFUL: Fields = {
  ...JOB,
  title: "Repartir folletos del taller",
  description:
    "Busco a quien reparta folletos hoy mismo. Hay que pagar la inscripción de 20 euros antes de empezar y la devolvemos al acabar.",
};
const FRAUD: Fields = {
  ...JOB,
  title: "Gana dinero fácil desde casa",
  description:
    "Recibes transferencias en tu cuenta, te quedas el 10 % y me mandas el resto en bitcoin. Escríbeme por Telegram, dinero fácil.",
};

describeOnBoth("what moderators rejected of an address", (transport) => {
  async function ask(site: TestSite, fields: Fields, email = POSTER): Promise<string> {
    site.clock.now += HOUR;
    await site.send("/api/jobs", { ...fields, email, formId: crypto.randomUUID() });
    return String((await site.send(`/api/links/${site.token(email)}`, { action: "confirm" })).body["state"]);
  }

  it("weighs with what it sends next, and with nothing of anybody else", async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    expect(await ask(site, DOUBTFUL)).toBe("open");
    expect(await ask(site, FRAUD)).toBe("held");
    const reject = { action: "reject", reason: "Eso es mover dinero ajeno." };
    expect((await site.send(`/api/links/${site.token(MODERATOR)}`, reject)).status).toBe(200);
    // The same decision once more is no other one.
    await site.send(`/api/links/${site.token(MODERATOR)}`, reject);
    expect(await site.store.rejectionCounts([site.services.signer.addressId(POSTER), "nobody"])).toEqual([
      1, 0,
    ]);
    expect(await ask(site, DOUBTFUL)).toBe("held");
    expect(await ask(site, DOUBTFUL, "noa@example.org")).toBe("open");
    expect(await ask(site, JOB)).toBe("open");
    site.stop();
  });
});
