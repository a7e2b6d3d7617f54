import { expect, it } from "vitest";
import { describeOnBoth, type Transport } from "../support/host/transports.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

const FRAUD = "Gana dinero fácil: te pagamos por likes, escríbeme y te lo cuento todo.";

interface Scene {
  readonly site: TestSite;
  readonly api: string;
  readonly fields: Fields;
  /** The name of the version that this form carries. */
  readonly versionField: "version" | "offerVersion" | "jobVersion";
  /** What is changed behind the reader's back. */
  readonly change: () => Promise<unknown>;
  readonly changed: readonly string[];
  readonly code: string;
}

async function open(transport: Transport): Promise<TestSite> {
  return createTestSite({ store: await transport.freshStore(), limits: false });
}

async function favour(site: TestSite, fields: Fields = JOB): Promise<string> {
  const { body } = await site.send("/api/jobs", fields);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  return String(body["id"]);
}

async function favourWithOffer(site: TestSite) {
  const job = await favour(site);
  const { body } = await site.send(`/api/jobs/${job}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  const poster = `/api/links/${site.token(POSTER)}`;
  const helper = `/api/links/${site.token(HELPER)}`;
  return { job, offer: String(body["id"]), poster, helper };
}

async function comment(site: TestSite): Promise<{ commenter: string; moderator: string }> {
  await site.send("/api/comments", COMMENT);
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
  return {
    commenter: `/api/links/${site.token(COMMENTER)}`,
    moderator: `/api/links/${await moderatorToken(site)}`,
  };
}

/** An offer whose reward goes up while the poster reads. */
async function choosing(site: TestSite, action: "accept" | "decline"): Promise<Scene> {
  const { poster, helper, offer } = await favourWithOffer(site);
  const dearer = { ...OFFER, action: "edit", rewardKind: "money", rewardAmount: "90" };
  return {
    site,
    api: poster,
    fields: { action, offer },
    versionField: "offerVersion",
    change: () => site.send(helper, dearer),
    changed: ["rewardKind", "rewardAmount"],
    code: "offerChanged",
  };
}

/** A favour whose reward goes down twice: the helper has read the first change only. */
async function standingBy(site: TestSite, fields: Fields): Promise<Scene> {
  const { poster, helper } = await favourWithOffer(site);
  await site.send(poster, { ...JOB, action: "edit", rewardAmount: "12" });
  return {
    site,
    api: helper,
    fields,
    versionField: "jobVersion",
    change: () => site.send(poster, { ...JOB, action: "edit", rewardAmount: "5" }),
    changed: ["rewardAmount"],
    code: "jobChanged",
  };
}

async function twoWindows(site: TestSite, kind: "job" | "offer" | "comment"): Promise<Scene> {
  const rest = { site, versionField: "version" } as const;
  if (kind === "comment") {
    const { commenter: api } = await comment(site);
    const edit = { action: "edit", text: "Lo que escribí en la segunda ventana." };
    const change = (): Promise<unknown> => site.send(api, { action: "edit", text: "La primera ventana." });
    return { ...rest, api, fields: edit, change, changed: ["text"], code: "commentChanged" };
  }
  const { poster, helper } = await favourWithOffer(site);
  const [api, form] = kind === "job" ? [poster, JOB] : [helper, OFFER];
  const other = kind === "job" ? { town: "Getafe" } : { name: "Luis Miguel" };
  const text =
    kind === "job" ? { title: "Otra ayuda con mi boletín" } : { message: "Puedo el viernes entero." };
  return {
    ...rest,
    api,
    fields: { ...form, ...text, action: "edit" },
    change: () => site.send(api, { ...form, ...other, action: "edit" }),
    changed: Object.keys(other),
    code: `${kind}Changed`,
  };
}

async function moderatingComment(site: TestSite, fields: Fields): Promise<Scene> {
  const { commenter, moderator: api } = await comment(site);
  const change = (): Promise<unknown> =>
    site.send(commenter, { action: "edit", text: "Compra barato aquí." });
  return { site, api, fields, versionField: "version", change, changed: ["text"], code: "commentChanged" };
}

const REASON = { reason: "No es el sitio para eso." };

const SCENES: readonly (readonly [name: string, scene: (site: TestSite) => Promise<Scene>])[] = [
  ["accept", (site) => choosing(site, "accept")],
  ["decline", (site) => choosing(site, "decline")],
  ["reconfirm", (site) => standingBy(site, { action: "reconfirm" })],
  ["edit of an offer, of the favour it answers", (site) => standingBy(site, { ...OFFER, action: "edit" })],
  ["edit of a favour", (site) => twoWindows(site, "job")],
  ["edit of an offer", (site) => twoWindows(site, "offer")],
  ["edit of a comment", (site) => twoWindows(site, "comment")],
  ["approve", (site) => moderatingComment(site, { action: "approve" })],
  ["reject", (site) => moderatingComment(site, { action: "reject", ...REASON })],
  ["spam", (site) => moderatingComment(site, { action: "spam" })],
];

/** The version of what the form decides on. */
async function versionNow({ site, versionField, fields, code }: Scene): Promise<number> {
  const [found] = (await site.store.board({ order: "newest", page: 1 }, site.clock.now)).jobs;
  if (code === "commentChanged") {
    const [told] = site.mails().filter(({ id }) => id.startsWith("commentHeld"));
    const id = told?.id.split("/")[1] ?? "";
    return (await site.store.read("comment", id))?.version ?? 0;
  }
  if (versionField === "jobVersion" || code === "jobChanged") return found?.job.version ?? 0;
  const { offers } = await site.store.offersOf(found?.job.id ?? "", site.clock.now);
  return offers.find(({ id }) => id === (fields["offer"] ?? id))?.version ?? 0;
}

describeOnBoth("what decides carries the version that was read", (transport) => {
  it.each(SCENES)(
    "%s: another one is 409 with what changed, the present one is done, then it was done before",
    async (_, setScene) => {
      const site = await open(transport);
      const scene = await setScene(site);
      const { api, fields, versionField, change, changed, code } = scene;
      const read = await versionNow(scene);
      expect(read).toBeGreaterThan(0);
      await change();
      const send = (version: string) => site.send(api, { ...fields, [versionField]: version });

      const refused = await send(String(read));
      expect(refused).toMatchObject({ status: 409, body: { code, changed } });
      expect(refused.body["message"]).toMatch(/ha cambiado desde que/);
      expect(await send("999")).toMatchObject({ status: 409, body: { code, changed: [] } });
      for (const wrong of ["abc", "-1", "1e3", "0"]) {
        const { status, body } = await send(wrong);
        expect([status, body["code"]]).toEqual([422, "invalid"]);
        expect(body["fields"]).toMatchObject({ [versionField]: { code: "versionInvalid" } });
      }
      const now = await versionNow(scene);
      expect((await send(String(now))).status).toBe(200);
      expect(await send(String(read))).toMatchObject({ status: 200, body: { alreadyDone: true } });
      site.stop();
    },
  );

  it.each(SCENES)("%s: programs may leave it out", async (_, setScene) => {
    const site = await open(transport);
    const { api, fields, change } = await setScene(site);
    await change();
    expect((await site.send(api, fields)).status).toBe(200);
    site.stop();
  });

  it.each(SCENES)("%s: a plain form goes back to its page with all that was typed", async (_, setScene) => {
    const site = await open(transport);
    const scene = await setScene(site);
    const version = String(await versionNow(scene));
    await scene.change();
    const fields = { ...scene.fields, [scene.versionField]: version };
    for (const [sent, code] of [
      [fields, scene.code],
      [{ ...fields, [scene.versionField]: "abc" }, null],
    ] as const) {
      const answer = await site.submit(scene.api, sent);
      expect(answer.status).toBe(303);
      const location = new URL(answer.headers.get("location") ?? "", "https://x.test");
      expect(location.pathname).toMatch(/^\/gestion\//);
      const kept = await site.store.keptForm(location.searchParams.get("formulario") ?? "");
      expect(kept?.values).toMatchObject(sent);
      expect(kept?.errors).toEqual(
        code === null ? { [scene.versionField]: "versionInvalid" } : { form: code },
      );
    }
    site.stop();
  });

  it("a moderator decides on a held favour as it was read", async () => {
    const site = await open(transport);
    const id = await favour(site, { ...JOB, description: FRAUD });
    const api = `/api/links/${await moderatorToken(site)}`;
    const version = (await site.store.read("job", id))?.version ?? 0;
    for (const fields of [{ action: "approve" }, { action: "reject", ...REASON }]) {
      const other = await site.send(api, { ...fields, version: String(version + 1) });
      expect(other).toMatchObject({ status: 409, body: { code: "jobChanged", changed: [] } });
    }
    expect((await site.send(api, { action: "approve", version: String(version) })).body["state"]).toBe(
      "open",
    );
    site.stop();
  });
});
