import { beforeEach, expect, it } from "vitest";
import { DAY, MINUTE } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, COMMENTER } from "../support/site/forms.ts";
import { decide, moderatorToken, named, signedIn, tellNow } from "../support/site/moderating.ts";
import {
  createTestSite,
  MODERATOR,
  type Answer,
  type Fields,
  type TestSite,
} from "../support/site/test-site.ts";

const OTHER = "otra@example.org";
const CORRECTED = "Muy útil, y corregido.";

describeOnBoth("the browser that wrote a comment", (transport) => {
  let site: TestSite;
  beforeEach(async () => {
    site = await createTestSite({ store: await transport.freshStore(), limits: false });
    return () => {
      site.stop();
    };
  });

  async function write(over: Fields = {}): Promise<{ id: string; editKey: string }> {
    const { status, body } = await site.send("/api/comments", { ...COMMENT, ...over });
    expect(status).toBe(202);
    return { id: String(body["id"]), editKey: String(body["editKey"]) };
  }

  /** Confirmed and, being the first of its address, approved. */
  async function published(over: Fields = {}): Promise<{ id: string; editKey: string }> {
    const written = await write(over);
    await site.send(`/api/links/${site.token(over["email"] ?? COMMENTER)}`, { action: "confirm" });
    await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
    return written;
  }

  const change = (id: string, fields: Fields, headers?: Record<string, string>): Promise<Answer> =>
    site.send(`/api/comments/${id}`, { action: "edit", text: CORRECTED, ...fields }, headers);
  const shown = async (): Promise<string> => (await site.request("/api/comments?article=abierto")).text();
  const lettersOf = (to: string): string[] =>
    site.mails().flatMap((mail) => (mail.to === to ? [mail.id.split("/")[0] ?? ""] : []));

  it("changes it by the key of the answer, its owner is told, and the page is thrown away", async () => {
    const { id, editKey } = await published();
    site.purged.length = 0;
    expect(await change(id, { editKey })).toMatchObject({ status: 200, body: { state: "approved" } });
    expect(await shown()).toContain(CORRECTED);
    expect(site.purged).toContain("thread:abierto");
    expect(lettersOf(COMMENTER)[0]).toBe("commentEdited");
    expect(await change(id, { editKey })).toMatchObject({ body: { state: "approved", alreadyDone: true } });
    expect(await change(id, { editKey, version: "1", text: "Otra vez" })).toMatchObject({
      status: 409,
      body: { changed: ["text"] },
    });
  });

  it("needs the key of that very comment", async () => {
    const { id } = await published();
    const other = await write({ email: OTHER, text: "Otro comentario." });
    for (const editKey of ["", "x", other.editKey, "ñ".repeat(43)]) {
      expect(await change(id, { editKey })).toMatchObject({ status: 403, body: { code: "commentNotYours" } });
    }
    const nothing = await change("a".repeat(20), { editKey: other.editKey });
    expect(nothing).toMatchObject({ status: 403, body: { code: "commentNotYours" } });
    expect(await shown()).not.toContain(CORRECTED);
  });

  it("has a quarter of an hour since it wrote it, whenever it was published; then the link serves", async () => {
    const { id, editKey } = await published();
    site.clock.now += 15 * MINUTE + 1;
    expect(await change(id, { editKey })).toMatchObject({ status: 409, body: { code: "editWindowOver" } });
    const byLink = await site.send(`/api/links/${site.token(COMMENTER)}`, {
      action: "edit",
      text: CORRECTED,
    });
    expect(byLink.body["state"]).toBe("approved");
  });

  it("not once it was answered; by link it leaves a gravestone", async () => {
    const { id, editKey } = await published();
    const link = site.token(COMMENTER);
    const answer = await published({ email: OTHER, parent: id, text: "De acuerdo contigo." });
    for (const action of ["edit", "delete"]) {
      expect(await change(id, { action, editKey })).toMatchObject({
        status: 409,
        body: { code: "editWindowOver" },
      });
    }
    await change(answer.id, { action: "delete", editKey: answer.editKey });
    expect(await change(id, { editKey })).toMatchObject({ status: 200 });

    await published({ email: "tercera@example.org", parent: id, text: "Yo también." });
    expect((await site.send(`/api/links/${link}`, { action: "delete" })).body["state"]).toBe("deleted");
    const { comments } = JSON.parse(await shown()) as { comments: { removed: boolean; html: string }[] };
    expect(comments.map(({ removed }) => removed)).toEqual([true, false]);
    expect(comments[0]?.html).not.toContain("corregido");
  });

  it("corrects what waits to be confirmed: what is confirmed is what was read", async () => {
    const { id, editKey } = await write();
    const link = `/api/links/${site.token(COMMENTER)}`;
    expect(await change(id, { editKey })).toMatchObject({ status: 200, body: { state: "unconfirmed" } });
    const stale = await site.send(link, { action: "confirm", version: "1" });
    expect(stale).toMatchObject({ status: 409, body: { changed: ["text"] } });
    await site.send(link, { action: "confirm", version: "2" });
    expect((await site.store.read("comment", id))?.text).toBe(CORRECTED);
  });

  it("takes away what waits to be confirmed, whole", async () => {
    const { id, editKey } = await write();
    expect(await change(id, { action: "delete", editKey })).toMatchObject({ body: { state: "deleted" } });
    expect(await site.store.read("comment", id)).toBeNull();
    expect((await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" })).status).toBe(410);
    expect((await change(id, { action: "delete", editKey })).status).toBe(404);
  });

  it("that is remembered needs no key, and nobody else's cookie serves", async () => {
    const first = await write();
    const confirmed = await site.send(`/api/links/${site.token(COMMENTER)}`, {
      action: "confirm",
      remember: "on",
    });
    const cookie = (confirmed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect(await change(first.id, {}, { cookie })).toMatchObject({ status: 200, body: { state: "held" } });
    expect(lettersOf(COMMENTER)).not.toContain("commentEdited");
    const other = await published({ email: OTHER });
    expect((await change(other.id, {}, { cookie })).status).toBe(403);
  });

  it("what looks like fraud now is held, and its owner and the moderators are told", async () => {
    const { id, editKey } = await published();
    const text =
      "Escríbeme por WhatsApp al 600 123 456 y gana 500 euros al día dando me gusta: https://bit.ly/x";
    expect(await change(id, { editKey, text })).toMatchObject({ status: 200, body: { state: "held" } });
    expect(await shown()).not.toContain("gana 500");
    await tellNow(site);
    expect(lettersOf(MODERATOR)[0]).toBe("moderateQueue");
  });

  it("whoever was rejected can still delete the whole, by link too and after days", async () => {
    const [byKey, byLink] = [await published(), await published({ email: OTHER })];
    const cookie = await signedIn(site);
    for (const { id } of [byKey, byLink]) {
      const rejected = { ids: await named(site, "comment", id), action: "reject", reason: "Insulta" };
      expect((await decide(site, cookie, rejected)).status).toBe(200);
    }
    expect((await change(byKey.id, { editKey: byKey.editKey })).body["code"]).toBe("commentRejected");
    expect((await change(byKey.id, { action: "delete", editKey: byKey.editKey })).body["state"]).toBe(
      "deleted",
    );
    site.clock.now += 3 * DAY;
    const link = `/api/links/${site.token(OTHER)}`;
    expect((await site.send(link, { action: "delete" })).body["state"]).toBe("deleted");
    for (const { id } of [byKey, byLink]) {
      expect(await site.store.read("comment", id)).toMatchObject({
        text: "",
        writer: { email: "", name: "" },
      });
    }
  });

  it("that is remembered gets its form back, with what it typed, and no key is kept with it", async () => {
    const first = await write();
    const confirmed = await site.send(`/api/links/${site.token(COMMENTER)}`, {
      action: "confirm",
      remember: "on",
    });
    const cookie = (confirmed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const page = new RegExp(`^/articulos/abierto/comentarios/\\?corregir=${first.id}&formulario=`);
    for (const fields of [
      { action: "edit", text: "x".repeat(3001), version: "2" },
      { action: "edit", text: "Lo que había escrito.", version: "1" },
    ]) {
      const sent = { ...fields, editKey: first.editKey };
      const back = await site.submit(`/api/comments/${first.id}`, sent, { cookie });
      expect(back.status).toBe(303);
      const location = back.headers.get("location") ?? "";
      expect(location).toMatch(page);
      const kept = await site.store.keptForm(/formulario=([^#]+)/.exec(location)?.[1] ?? "");
      expect(kept?.endpoint).toBe(`/api/comments/${first.id}`);
      expect(kept?.values).toEqual(fields);
    }
    await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
    const done = await site.submit(
      `/api/comments/${first.id}`,
      { action: "edit", text: CORRECTED },
      { cookie },
    );
    expect(done.headers.get("location")).toBe(
      `/articulos/abierto/comentarios/?rama=${first.id}&propio=${first.id}#c-${first.id}`,
    );
  });

  it("shows what was typed where a plain form is refused", async () => {
    const { id } = await published();
    const fields = { action: "edit", text: "Lo que había escrito.", editKey: "x" };
    const refused = await site.submit(`/api/comments/${id}`, fields);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("Lo que había escrito.");
  });
});
