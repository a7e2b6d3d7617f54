import { expect, it } from "vitest";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type TestSite } from "../support/site/test-site.ts";

async function openJobWithOffer(site: TestSite): Promise<{ id: string; offer: string; manage: string }> {
  const { body } = await site.send("/api/jobs", JOB);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const id = String(body["id"]);
  const offered = await site.send(`/api/jobs/${id}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  return { id, offer: String(offered.body["id"]), manage: `/api/links/${site.token(POSTER)}` };
}

function ended(site: TestSite): number {
  return site.mails().filter((mail) => mail.id.startsWith("offerEnded/")).length;
}

describeOnBoth("second thoughts", (transport) => {
  it("declining is undone before its letter leaves, which then never does", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const { id, offer, manage } = await openJobWithOffer(site);
    expect((await site.send(manage, { action: "decline", offer })).body).toEqual({ state: "declined" });
    expect((await site.read(`/api/jobs/${id}`)).body["offers"]).toBe(0);
    site.clock.now += 10 * MINUTE - 1;
    await site.services.outbox.deliverDue(50);
    expect(ended(site)).toBe(0);

    expect((await site.send(manage, { action: "undo", offer })).body).toEqual({ state: "sent" });
    expect((await site.read(`/api/jobs/${id}`)).body["offers"]).toBe(1);
    expect((await site.send(manage, { action: "undo", offer })).body).toMatchObject({ alreadyDone: true });
    site.clock.now += 30 * MINUTE;
    await site.services.outbox.deliverDue(50);
    expect(ended(site)).toBe(0);

    // It can be declined anew, and accepted after another undo.
    await site.send(manage, { action: "decline", offer });
    await site.send(manage, { action: "undo", offer });
    expect((await site.send(manage, { action: "accept", offer })).body).toEqual({ state: "assigned" });
    expect((await site.send(manage, { action: "undo", offer })).status).toBe(409);
    site.stop();
  });

  it("after ten minutes the letter leaves, once, and undoing says that it is too late", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const { offer, manage } = await openJobWithOffer(site);
    await site.send(manage, { action: "decline", offer });
    site.clock.now += 10 * MINUTE;
    const late = await site.send(manage, { action: "undo", offer });
    expect(late).toMatchObject({ status: 409, body: { code: "undoTooLate" } });
    await site.services.outbox.deliverDue(50);
    await site.services.outbox.deliverDue(50);
    expect(ended(site)).toBe(1);
    site.stop();
  });

  it("ten undo at once: one does it; undo against withdrawing the favour: one honest last letter", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const { id, offer, manage } = await openJobWithOffer(site);
    await site.send(manage, { action: "decline", offer });
    const undos = Array.from({ length: 10 }, () => site.send(manage, { action: "undo", offer }));
    const answers = (await Promise.all(undos)).map(({ status, body }) => ({ status, ...body }));
    expect(answers.filter((answer) => !("alreadyDone" in answer))).toEqual([{ status: 200, state: "sent" }]);

    await site.send(manage, { action: "decline", offer });
    await Promise.all([
      site.send(manage, { action: "undo", offer }),
      site.send(manage, { action: "withdraw", reason: "ya-no" }),
    ]);
    expect((await site.store.read("job", id))?.state).toBe("withdrawn");
    site.clock.now += 30 * MINUTE;
    await site.services.outbox.deliverDue(50);
    expect(ended(site)).toBe(1);
    site.stop();
  });

  it("what was asked, offered and commented is corrected by the confirm link until it is confirmed", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const { body } = await site.send("/api/jobs", JOB);
    const link = `/api/links/${site.token(POSTER)}`;
    expect(await site.send(link, { action: "edit", title: "Corto" })).toMatchObject({ status: 422 });
    const edit = { action: "edit", title: "Ayuda con nuestro boletín", version: "1" };
    expect((await site.send(link, edit)).body).toEqual({ state: "unconfirmed" });
    expect(await site.send(link, { action: "confirm", version: "1" })).toMatchObject({
      status: 409,
      body: { code: "jobChanged", changed: ["title"] },
    });
    expect((await site.send(link, { action: "confirm", version: "2" })).body).toEqual({ state: "open" });
    const id = String(body["id"]);
    expect((await site.read(`/api/jobs/${id}`)).body["title"]).toBe("Ayuda con nuestro boletín");
    const late = await site.send(link, { action: "edit", title: "Otra cosa distinta" });
    expect(late).toMatchObject({ status: 409, body: { code: "jobOpen" } });

    await site.send(`/api/jobs/${id}/offers`, OFFER);
    const offerLink = `/api/links/${site.token(HELPER)}`;
    const message = "Lo hago el jueves por la tarde.";
    expect((await site.send(offerLink, { action: "edit", message })).body).toEqual({ state: "unconfirmed" });
    expect((await site.send(offerLink, { action: "confirm" })).body).toEqual({ state: "sent" });
    expect((await site.store.offersOf(id, site.clock.now)).offers).toMatchObject([{ message }]);

    const comment = await site.send("/api/comments", COMMENT);
    const commentLink = `/api/links/${site.token(COMMENTER)}`;
    expect((await site.send(commentLink, { action: "edit", text: "Mejor así." })).status).toBe(200);
    expect((await site.send(commentLink, { action: "confirm" })).body).toEqual({ state: "held" });
    expect(await site.store.read("comment", String(comment.body["id"]))).toMatchObject({
      text: "Mejor así.",
    });
    site.stop();
  });
});
