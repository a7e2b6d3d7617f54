import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMENT, COMMENTER, HELPER, JOB, MESSAGE, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";
import { moderatorToken } from "../support/site/moderating.ts";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
});
afterEach(() => {
  site.stop();
});

/** Sends a plain form and says where the browser goes. */
async function go(path: string, fields: Fields, headers?: Record<string, string>): Promise<string> {
  const response = await site.submit(path, fields, headers);
  expect(response.status).toBe(303);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  return response.headers.get("location") ?? "";
}

async function openJob(): Promise<string> {
  await go("/api/jobs", JOB);
  await go(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  const [first] = (await site.store.board({ order: "newest", page: 1 }, site.clock.now)).jobs;
  return first?.job.id ?? "";
}

async function keptAt(location: string) {
  const id = new URL(location, "https://x.test").searchParams.get("formulario") ?? "";
  expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/);
  return { id, form: await site.store.keptForm(id) };
}

describe("without a line of JavaScript", () => {
  it("a favour goes from asking to done", async () => {
    expect(await go("/api/jobs", JOB)).toMatch(/^\/gracias\/favor\/[a-z2-7]{20}\/$/);
    const poster = `/api/links/${site.token(POSTER)}`;
    expect(await go(poster, { action: "confirm" })).toBe(`/gestion/${site.token(POSTER, -2)}/?hecho=confirm`);
    expect(await go(poster, { action: "confirm" })).toBe(`/gestion/${site.token(POSTER, -2)}/?hecho=ya`);

    const [found] = (await site.store.board({ order: "newest", page: 1 }, site.clock.now)).jobs;
    const id = found?.job.id ?? "";
    expect(await go(`/api/jobs/${id}/offers`, OFFER)).toMatch(/^\/gracias\/propuesta\/[a-z2-7]{20}\/$/);
    await go(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    const [offer] = (await site.store.offersOf(id, site.clock.now)).offers;

    const manage = site.token(POSTER);
    const accepted = await go(`/api/links/${manage}`, { action: "accept", offer: offer?.id ?? "" });
    expect(accepted).toBe(`/gestion/${manage}/?hecho=accept`);
    await go(`/api/links/${site.token(HELPER)}`, { action: "deliver" });
    await go(`/api/links/${manage}`, { action: "complete" });
    expect((await site.store.read("job", id))?.state).toBe("done");
  });

  it("a comment is sent, held and approved, a message arrives", async () => {
    expect(await go("/api/comments", COMMENT)).toMatch(/^\/gracias\/comentario\/[a-z2-7]{20}\/$/);
    await go(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
    await go(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
    expect((await site.read("/api/comments?article=abierto")).body).toMatchObject({ total: 1 });
    expect(await go("/api/contact", MESSAGE)).toBe("/gracias/mensaje/");
  });

  it("a multipart form does the same", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(MESSAGE)) body.set(name, value);
    const response = await site.request("/api/contact", { method: "POST", body });
    expect(response.headers.get("location")).toBe("/gracias/mensaje/");
  });
});

describe("a form that fails comes back as it was typed", () => {
  it.each([
    ["/api/jobs", { ...JOB, title: "Corto" }, "/favores/nuevo/", "", { title: "titleTooShort" }],
    [
      "/api/comments",
      { ...COMMENT, email: "nada" },
      "/articulos/abierto/comentarios/",
      "#comentar",
      { email: "emailInvalid" },
    ],
    ["/api/contact", { ...MESSAGE, subject: "" }, "/contacto/", "", { subject: "subjectMissing" }],
  ] as const)("%s", async (path, fields, page, hash, errors) => {
    const sent = { ...fields, formId: crypto.randomUUID(), stamp: "x", website: "bot" };
    const location = await go(path, sent);
    const { id, form } = await keptAt(location);
    expect(location).toBe(`${page}?formulario=${id}${hash}`);
    const { website: _, ...values } = sent;
    expect(form).toEqual({ endpoint: path, values, errors });
  });

  it("an offer, on the favour's own page", async () => {
    const id = await openJob();
    const location = await go(`/api/jobs/${id}/offers`, { ...OFFER, message: "Yo" });
    const { form } = await keptAt(location);
    expect(location).toMatch(
      new RegExp(`^/favores/${id}-ayuda-con-mi-boletin/\\?formulario=[^#]+#me-ofrezco$`),
    );
    expect(form).toMatchObject({
      endpoint: `/api/jobs/${id}/offers`,
      values: { message: "Yo" },
      errors: { message: "offerMessageTooShort" },
    });
  });

  it("an action of a link, under the link's id and never its token", async () => {
    const id = await openJob();
    const token = site.token(POSTER);
    const location = await go(`/api/links/${token}`, { action: "withdraw", reason: "" });
    const { form } = await keptAt(location);
    expect(location.startsWith(`/gestion/${token}/?formulario=`)).toBe(true);
    expect(form).toMatchObject({ endpoint: `/api/links/${id}`, errors: { reason: "reasonMissing" } });
    expect(JSON.stringify(form)).not.toContain(token);
    expect((await keptAt(await go(`/api/links/${token}`, { action: "approve" }))).form?.errors).toEqual({
      form: "actionNotAllowed",
    });
  });

  it("is replaced when it fails again, and forgotten once it is right", async () => {
    const first = await keptAt(await go("/api/jobs", { ...JOB, title: "" }));
    const second = await keptAt(await go("/api/jobs", { ...JOB, name: "", formulario: first.id }));
    expect(await site.store.keptForm(first.id)).toBeNull();
    expect(second.form?.errors).toEqual({ name: "nameMissing" });
    expect(await go("/api/jobs", { ...JOB, formulario: second.id })).toMatch(
      /^\/gracias\/favor\/[a-z2-7]{20}\/$/,
    );
    expect(await site.store.keptForm(second.id)).toBeNull();
  });

  it("is shown on a page of its own when it is too long to be kept", async () => {
    const text = "palabra ".repeat(2000);
    const response = await site.submit("/api/jobs", { ...JOB, description: text });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(text);
  });

  it("previews a comment beside its kept form", async () => {
    const location = await go("/api/comments/preview", COMMENT);
    const { id, form } = await keptAt(location);
    expect(location).toBe(`/articulos/abierto/comentarios/?formulario=${id}&vista=1#comentar`);
    expect(form).toEqual({ endpoint: "/api/comments", values: COMMENT, errors: {} });
    const empty = await go("/api/comments/preview", { ...COMMENT, text: "" });
    expect(empty).not.toContain("vista=1");
  });
});
