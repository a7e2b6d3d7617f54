import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMENT, JOB, MESSAGE, OFFER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

let site: TestSite;
beforeEach(async () => {
  site = await createTestSite();
});
afterEach(() => {
  site.stop();
});

const TYPED = "ana@gmial.com";
const MEANT = "ana@gmail.com";

/** The forms of the page, each with its fields, as a browser without a script would send them. */
function formsIn(html: string): { action: string; fields: Fields; button: string }[] {
  const text = (part = "") =>
    part
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  return [...html.matchAll(/<form method="post" action="([^"]*)">([^]*?)<\/form>/g)].map(
    ([, action = "", inside = ""]) => ({
      action,
      fields: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
          ([, name, value]) => [text(name), text(value)],
        ),
      ),
      button: /<button[^>]*>([^]*?)<\/button>/.exec(inside)?.[1]?.replace(/<[^>]*>/g, "") ?? "",
    }),
  );
}

async function asked(path: string, fields: Fields) {
  const response = await site.submit(path, fields);
  const html = await response.text();
  expect([response.status, response.headers.get("cache-control")], html).toEqual([422, "private, no-store"]);
  const [proposal, asTyped, ...more] = formsIn(html);
  expect(more).toEqual([]);
  if (!proposal || !asTyped) throw new Error(html);
  return { html, proposal, asTyped };
}

describe("an address that looks mistyped", () => {
  it("is asked about on a page, and nothing is kept or sent before", async () => {
    const { html, proposal, asTyped } = await asked("/api/jobs", { ...JOB, email: TYPED });
    expect(html).toContain("¿Es este tu correo?");
    expect([proposal.button, asTyped.button]).toEqual([`Usar ${MEANT}`, `Está bien así: ${TYPED}`]);
    expect(site.mails()).toEqual([]);
  });

  it("one press sends it to the proposal", async () => {
    const { proposal } = await asked("/api/jobs", { ...JOB, email: TYPED });
    const response = await site.submit(proposal.action, proposal.fields);
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^\/gracias\/favor\//),
    ]);
    expect(site.mails().map(({ to }) => to)).toEqual([MEANT]);
  });

  it("one press sends it as it was typed, and it is asked about once", async () => {
    const { asTyped } = await asked("/api/jobs", { ...JOB, email: TYPED });
    expect(asTyped.fields["emailSure"]).toBe("on");
    expect((await site.submit(asTyped.action, asTyped.fields)).status).toBe(303);
    expect(site.mails().map(({ to }) => to)).toEqual([TYPED]);
  });

  it("keeps every letter that was typed, whatever it is", async () => {
    const description = "Con «comillas\", <etiquetas> & apóstrofos': no se pierde nada de lo escrito aquí.";
    const { html, proposal } = await asked("/api/jobs", { ...JOB, description, email: TYPED });
    expect(html).not.toContain("<etiquetas>");
    expect(proposal.fields).toMatchObject({ ...JOB, description, email: MEANT });
  });

  it("can be corrected by hand in the form, filled in", async () => {
    const { html } = await asked("/api/jobs", { ...JOB, email: TYPED });
    const [, id = ""] = /href="\/favores\/nuevo\/\?formulario=([\w-]{43})"/.exec(html) ?? [];
    expect(await site.store.keptForm(id)).toMatchObject({
      values: { ...JOB, email: TYPED },
      errors: { email: "emailMistyped" },
    });
  });

  it("is asked about wherever a letter goes to what was typed", async () => {
    const { body } = await site.send("/api/jobs", JOB);
    await site.send(`/api/links/${site.token("ana@example.org")}`, { action: "confirm" });
    for (const [path, fields] of [
      [`/api/jobs/${String(body["id"])}/offers`, OFFER],
      ["/api/comments", COMMENT],
      ["/api/contact", MESSAGE],
      ["/api/recover", {}],
    ] as const) {
      const { asTyped } = await asked(path, { ...fields, email: "ana@hotmial.es" });
      expect(asTyped.action).toBe(path);
      expect((await site.submit(path, asTyped.fields)).status).toBe(303);
    }
  });

  it("is never asked about where a program sends it", async () => {
    expect((await site.send("/api/jobs", { ...JOB, email: TYPED })).status).toBe(202);
    expect((await site.send("/api/recover", { email: TYPED })).status).toBe(202);
  });

  it("comes after what is wrong with the form", async () => {
    expect((await site.submit("/api/jobs", { ...JOB, title: "", email: TYPED })).status).toBe(303);
  });
});
