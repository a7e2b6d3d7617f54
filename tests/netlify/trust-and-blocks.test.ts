import { expect, it } from "vitest";
import { BLOCK_DAYS } from "../../src/domain/kernel/limits.ts";
import { DAY } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, HELPER, JOB, OFFER, POSTER, REWARD } from "../support/site/forms.ts";
import { decide, named, signedIn } from "../support/site/moderating.ts";
import { createTestSite, type Fields, MODERATOR, type TestSite } from "../support/site/test-site.ts";

/** One mailbox, written in three ways. */
const WAYS = ["eva.lopez@gmail.com", "Evalopez+favores@gmail.com", "e.v.a.lopez@googlemail.com"] as const;
const [EVA, TAGGED, DOTTED] = WAYS;

describeOnBoth("what moderators say of who writes", (transport) => {
  const begin = async () => {
    const site = await createTestSite({ store: await transport.freshStore(), limits: false });
    return { site, mine: await signedIn(site) };
  };
  const confirm = async (site: TestSite, path: string, fields: Fields) => {
    const { body } = await site.send(path, fields);
    const told = await site.send(`/api/links/${site.token(fields["email"] ?? "")}`, { action: "confirm" });
    return { id: String(body["id"]), state: told.body["state"] };
  };
  const act = async (site: TestSite, who: string, fields: Fields) =>
    (await site.send(`/api/links/${site.token(who)}`, fields)).body["state"];
  const names = (site: TestSite, to: string) =>
    site
      .mails()
      .filter((mail) => mail.to === to)
      .map(({ id }) => id.split("/")[0]);

  it("blocked: everything of the mailbox is held, however it is written, and it is told until when", async () => {
    const { site, mine } = await begin();
    const open = await confirm(site, "/api/jobs", JOB);
    const own = await confirm(site, "/api/jobs", { ...JOB, email: EVA, name: "Eva" });
    expect(own.state).toBe("open");
    const sent = await site.send(`/api/jobs/${open.id}/offers`, { ...OFFER, email: TAGGED });
    const ids = await named(site, "job", own.id);
    expect((await decide(site, mine, { ids, action: "block" })).status).toBe(200);
    const told = site.mails().find(({ id }) => id.startsWith("mailboxBlocked"));
    expect(told?.to).toBe(EVA);
    expect(told?.text).toMatch(/Hasta el \d+ de \w+ de \d{4}, una persona lee antes/);

    // Sent before, confirmed after.
    expect(await act(site, TAGGED, { action: "confirm" })).toBe("held");
    expect(site.mails().find(({ id }) => id.startsWith("offerHeld"))?.text).toContain("Hasta el ");
    expect(
      await act(site, TAGGED, { ...OFFER, action: "edit", message: "Puedo el lunes por la tarde." }),
    ).toBe("held");
    expect((await confirm(site, "/api/jobs", { ...JOB, email: DOTTED, name: "Eva" })).state).toBe("held");
    expect((await confirm(site, `/api/jobs/${open.id}/rewards`, { ...REWARD, email: DOTTED })).state).toBe(
      "held",
    );
    expect((await confirm(site, "/api/comments", { ...COMMENT, email: DOTTED })).state).toBe("held");
    expect(await act(site, EVA, { ...JOB, action: "edit", title: "Ayuda con otro boletín" })).toBe("held");
    expect(names(site, DOTTED)).not.toContain("jobPublished");
    expect((await site.store.waiting(0, 9, site.clock.now)).total).toBe(5);
    const offer = await site.store.readOffer(open.id, String(sent.body["id"]), site.clock.now);
    expect(offer?.message).toBe("Puedo el lunes por la tarde.");

    // It ends by itself, and somebody else was never concerned.
    site.clock.now += BLOCK_DAYS * DAY + 1;
    expect((await confirm(site, "/api/jobs", { ...JOB, email: DOTTED, name: "Eva" })).state).toBe("open");
    site.stop();
  });

  it("blocked: agreements under way are untouched, of a poster and of a helper", async () => {
    const { site, mine } = await begin();
    const { id } = await confirm(site, "/api/jobs", JOB);
    const offer = await confirm(site, `/api/jobs/${id}/offers`, OFFER);
    expect(await act(site, POSTER, { action: "accept", offer: offer.id })).toBe("assigned");
    for (const who of [POSTER, HELPER]) {
      const other = await confirm(site, "/api/jobs", { ...JOB, email: who, name: "Otra persona" });
      const ids = await named(site, "job", other.id);
      expect((await decide(site, mine, { ids, action: "block" })).status).toBe(200);
    }
    const token = (to: string, name: string) =>
      /\/gestion\/([A-Za-z0-9_-]{63})\//.exec(
        site.mails().find((mail) => mail.to === to && mail.id.startsWith(name))?.text ?? "",
      )?.[1] ?? "";
    const delivered = await site.send(`/api/links/${token(HELPER, "contactForHelper")}`, {
      action: "deliver",
    });
    expect(delivered.body["state"]).toBe("delivered");
    const done = await site.send(`/api/links/${token(POSTER, "contactForPoster")}`, { action: "complete" });
    expect(done.body["state"]).toBe("done");
    site.stop();
  });

  it("blocked while the favour changes: what is reconfirmed waits, too", async () => {
    const { site, mine } = await begin();
    const { id } = await confirm(site, "/api/jobs", JOB);
    await confirm(site, `/api/jobs/${id}/offers`, OFFER);
    const other = await confirm(site, "/api/jobs", { ...JOB, email: HELPER, name: "Luis" });
    expect(await act(site, POSTER, { ...JOB, action: "edit", title: "Ayuda con otro boletín" })).toBe("open");
    await decide(site, mine, { ids: await named(site, "job", other.id), action: "block" });
    const letter = site.mails().find((mail) => mail.id.startsWith("offerOutdated"));
    const token = /\/gestion\/([A-Za-z0-9_-]{63})\//.exec(letter?.text ?? "")?.[1] ?? "";
    expect((await site.send(`/api/links/${token}`, { action: "reconfirm" })).body["state"]).toBe("held");
    site.stop();
  });

  it("trusted: its first comment and its many links are not held, what looks like a fraud is", async () => {
    const { site, mine } = await begin();
    const mail = { email: EVA, name: "Eva" };
    const { id } = await confirm(site, "/api/jobs", { ...JOB, ...mail });
    await decide(site, mine, { ids: await named(site, "job", id), action: "trust" });
    const text = "Mirad https://uno.example.org, https://dos.example.org y https://tres.example.org";
    expect((await confirm(site, "/api/comments", { ...COMMENT, ...mail, text })).state).toBe("approved");
    expect((await confirm(site, "/api/comments", { ...COMMENT, email: "nueva@example.org" })).state).toBe(
      "held",
    );
    const fraud = "Mándame un bizum de 50 euros por adelantado y una foto de tu DNI por los dos lados.";
    expect((await confirm(site, "/api/comments", { ...COMMENT, ...mail, text: fraud })).state).toBe("held");
    // Trust is of the address; a block of its mailbox ends it.
    expect((await confirm(site, "/api/comments", { ...COMMENT, email: TAGGED })).state).toBe("held");
    await decide(site, mine, { ids: await named(site, "job", id), action: "block" });
    expect((await confirm(site, "/api/comments", { ...COMMENT, ...mail })).state).toBe("held");
    expect(names(site, MODERATOR)).toContain("moderateQueue");
    site.stop();
  });
});
