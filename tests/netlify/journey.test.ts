import { expect, it } from "vitest";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, MODERATOR, OWNER, type TestSite } from "../support/site/test-site.ts";
import { tellNow } from "../support/site/moderating.ts";

async function act(site: TestSite, to: string, fields: Record<string, string>) {
  if (to === MODERATOR) await tellNow(site);
  return site.send(`/api/links/${site.token(to)}`, fields);
}

function subjects(site: TestSite, to: string): string[] {
  return site
    .mails()
    .filter((mail) => mail.to === to)
    .map((mail) => mail.id.split("/")[0] ?? "");
}

describeOnBoth("the journey through the JSON API alone", (transport) => {
  it("a favour is asked, confirmed, offered for, accepted, delivered and done", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const asked = await site.send("/api/jobs", JOB);
    expect(asked).toMatchObject({ status: 202, body: { state: "unconfirmed" } });
    const id = String(asked.body["id"]);
    expect((await site.read("/api/jobs")).body).toMatchObject({ jobs: [], total: 0 });
    expect(await site.read(`/api/jobs/${id}`)).toMatchObject({ status: 404 });

    const confirmToken = site.token(POSTER);
    expect(await act(site, POSTER, { action: "confirm" })).toMatchObject({
      status: 200,
      body: { state: "open" },
    });
    expect(await site.send(`/api/links/${confirmToken}`, { action: "confirm" })).toMatchObject({
      status: 200,
      body: { state: "open", alreadyDone: true },
    });
    expect(site.purged).toContain("jobs");
    const listed = await site.read("/api/jobs?lugar=madrid&categoria=community-manager");
    expect(listed.body).toMatchObject({ total: 1, page: 1, pages: 1 });
    expect(listed.body["jobs"]).toMatchObject([
      { id, title: JOB["title"], offers: 0, name: "Ana", rewards: [{ kind: "money", amountCents: 1550 }] },
    ]);
    for (const [query, total] of [
      ["lugar=sevilla", 0],
      ["lugar=sevilla&lugar=madrid", 1],
      ["lugar=toledo", 0],
      ["lugar=toledo&cerca=si", 1],
    ] as const) {
      expect((await site.read(`/api/jobs?${query}`)).body, query).toMatchObject({ total });
    }

    const offered = await site.send(`/api/jobs/${id}/offers`, OFFER);
    expect(offered).toMatchObject({ status: 202, body: { state: "unconfirmed" } });
    expect(await act(site, HELPER, { action: "confirm" })).toMatchObject({ body: { state: "sent" } });
    expect((await site.read(`/api/jobs/${id}`)).body).toMatchObject({ state: "open", offers: 1 });

    const accepting = { action: "accept", offer: String(offered.body["id"]) };
    expect(await act(site, POSTER, accepting)).toMatchObject({ status: 200, body: { state: "assigned" } });
    expect(await act(site, POSTER, accepting)).toMatchObject({ body: { alreadyDone: true } });
    const contacts = site.mails().filter((mail) => mail.id.startsWith("contactFor"));
    expect(contacts.map((mail) => mail.to).sort()).toEqual([POSTER, HELPER].sort());
    expect(contacts.find((mail) => mail.to === POSTER)?.text).toContain("600 333 444");
    expect(contacts.find((mail) => mail.to === HELPER)?.text).toContain("600 111 222");

    expect(await act(site, HELPER, { action: "deliver" })).toMatchObject({ body: { state: "delivered" } });
    expect(await act(site, POSTER, { action: "complete" })).toMatchObject({ body: { state: "done" } });
    expect((await site.read(`/api/jobs/${id}`)).body).toMatchObject({ state: "done" });
    expect((await site.read("/api/jobs")).body).toMatchObject({ total: 0 });
    expect(subjects(site, POSTER)[0]).toBe("jobDone");

    expect(await act(site, POSTER, { action: "erase" })).toMatchObject({ body: { state: "erased" } });
    expect(await site.read(`/api/jobs/${id}`)).toMatchObject({ status: 410 });
    site.stop();
  });

  it("a comment is written, confirmed, held, approved by the moderator's link, answered and shown", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const written = await site.send("/api/comments", COMMENT);
    expect(written).toMatchObject({ status: 202, body: { state: "unconfirmed" } });
    expect(await act(site, COMMENTER, { action: "confirm" })).toMatchObject({ body: { state: "held" } });
    expect((await site.read("/api/comments?article=abierto")).body).toMatchObject({ comments: [], total: 0 });

    expect(await act(site, MODERATOR, { action: "approve" })).toMatchObject({ body: { state: "approved" } });
    expect(site.purged).toContain("thread:abierto");
    const root = String(written.body["id"]);
    expect((await site.read("/api/comments?article=abierto")).body).toMatchObject({
      total: 1,
      comments: [
        {
          id: root,
          parent: null,
          name: "Marta",
          role: null,
          url: `/articulos/abierto/comentarios/?rama=${root}#c-${root}`,
        },
      ],
    });

    const reply = { ...COMMENT, parent: root, text: "Y otra cosa más." };
    expect(await site.send("/api/comments", reply)).toMatchObject({ body: { state: "unconfirmed" } });
    // The address was approved once: what it confirms from now on is public at once.
    expect(await act(site, COMMENTER, { action: "confirm" })).toMatchObject({ body: { state: "approved" } });
    const thread = (await site.read("/api/comments?article=abierto")).body;
    expect(thread).toMatchObject({ total: 2, comments: [{ id: root }, { parent: root }] });

    expect(await act(site, COMMENTER, { action: "edit", text: "Mejor así." })).toMatchObject({ status: 200 });
    expect(JSON.stringify((await site.read("/api/comments?article=abierto")).body)).toContain("Mejor así.");
    expect(await act(site, COMMENTER, { action: "delete" })).toMatchObject({ body: { state: "deleted" } });
    expect((await site.read("/api/comments?article=abierto")).body).toMatchObject({ total: 1 });
    site.stop();
  });

  it("a message reaches the owner, with the sender to answer to, and the sender gets a receipt", async () => {
    const site = await createTestSite({ store: await transport.freshStore() });
    const sent = await site.send("/api/contact", MESSAGE);
    expect(sent.status).toBe(202);
    expect(Object.keys(sent.body)).toEqual(["id"]);
    const toOwner = site.mails().find((mail) => mail.to === OWNER);
    expect(toOwner?.text).toContain("radio");
    expect(toOwner?.headers["Reply-To"]).toBe("iris@example.org");
    const receipt = site.mails().find((mail) => mail.to === "iris@example.org");
    expect(receipt?.text).not.toContain("radio");
    site.stop();
  });
});
