import { afterEach, beforeEach, expect, it } from "vitest";
import { COMMENT, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { moderatorToken } from "../support/site/moderating.ts";
import { AUTHOR, createTestSite, MODERATOR, type Fields, type TestSite } from "../support/site/test-site.ts";

/** What the name fields of a visitor who poses as the site may look like. */
const POSING = ["Equipo Makethejobs", "Make\u3164thejobs", "Soporte técnico"];

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite({ limits: false });
});
afterEach(() => {
  site.stop();
});

async function published(fields: Fields, to: string): Promise<string> {
  const { body } = await site.send("/api/jobs", fields);
  await site.send(`/api/links/${site.token(to)}`, { action: "confirm" });
  return String(body["id"]);
}

it.each(POSING)("a favour can't be signed «%s» later, whatever address is typed beside it", async (name) => {
  await published(JOB, POSTER);
  const edit = { ...JOB, action: "edit", name, email: MODERATOR };
  const { body } = await site.send(`/api/links/${site.token(POSTER)}`, edit);
  expect(body["state"]).toBe("held");
});

it.each(POSING)(
  "an offer that is signed «%s» later keeps the signal, whatever address is typed",
  async (name) => {
    const job = await published(JOB, POSTER);
    const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
    await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    await site.send(`/api/links/${site.token(HELPER)}`, { ...OFFER, action: "edit", name, email: MODERATOR });
    const offer = await site.store.readOffer(job, String(body["id"]), site.clock.now);
    expect(offer?.signals).toContain("officialName");
  },
);

it("a moderator may sign as one: the link goes to their own address", async () => {
  const id = await published({ ...JOB, name: "Moderación", email: MODERATOR }, MODERATOR);
  expect((await site.store.read("job", id))?.state).toBe("open");
  const { body } = await site.send("/api/comments", { ...COMMENT, name: "Moderación", email: MODERATOR });
  expect((await site.store.read("comment", String(body["id"])))?.signals).not.toContain("officialName");
});

it("an author may sign as themselves and is marked below their article; the same name from elsewhere is held", async () => {
  const own = await createTestSite({ limits: false, env: { AUTHOR_EMAILS: `lola-ortega=${AUTHOR}` } });
  const written = async (email: string): Promise<string> => {
    const { body } = await own.send("/api/comments", { ...COMMENT, name: "Lola Ortega", email });
    await own.send(`/api/links/${own.token(email)}`, { action: "confirm" });
    return String(body["id"]);
  };
  const hers = await written(AUTHOR);
  const link = `/api/links/${await moderatorToken(own)}`;
  const theirs = await written("otra@example.org");
  expect(await own.store.read("comment", hers)).toMatchObject({ role: "author", signals: ["stampMissing"] });
  expect(await own.store.read("comment", theirs)).toMatchObject({
    role: null,
    signals: ["stampMissing", "officialName"],
  });

  await own.send(link, { action: "approve" });
  const shown = await own.request("/api/comments?article=abierto");
  expect(await shown.text()).not.toContain(AUTHOR);
  own.stop();
});
