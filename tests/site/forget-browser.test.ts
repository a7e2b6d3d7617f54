import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";
import { favourForm } from "../support/host/local-host.ts";
import { builtPage } from "../support/site/built-site.ts";

const FORM = /<form[^>]*action="\/api\/browser\/forget"[^]*?<\/form>/;

describe("ending «recuérdame» is offered", () => {
  test.each(["/mis-datos/", "/gracias/favor-en-revision/", "/gracias/propuesta-enviada/"])(
    "on %s, here and everywhere",
    (path) => {
      const [form = ""] = FORM.exec(builtPage(path)) ?? [];
      expect(form).toMatch(/method="post"/);
      expect(form.match(/<button/g)).toHaveLength(2);
      expect(form).toMatch(/<button[^>]*name="all"[^>]*value="on"/);
    },
  );

  test.each(["/gracias/favor/", "/gracias/navegador-olvidado/", "/gracias/navegadores-olvidados/"])(
    "on %s not",
    (path) => {
      expect(builtPage(path)).not.toMatch(FORM);
    },
  );

  describe("behind a link", () => {
    let site: RealSite;
    beforeAll(async () => {
      site = await startRealSite();
    });
    afterAll(() => site.stop());

    test("where the browser is remembered, and the button works without JavaScript", async () => {
      await site.post("/api/jobs", favourForm("Subir una estantería"));
      const { text } = await site.mailTo("ana@example.org", /./);
      const [, token = ""] = /\/gestion\/([A-Za-z0-9_-]{63})\//.exec(text) ?? [];
      const page = async (headers: Record<string, string>) =>
        (await fetch(`${site.origin}/gestion/${token}/`, { headers })).text();
      expect(await page({})).not.toMatch(FORM);
      const confirmed = await fetch(`${site.origin}/api/links/${token}`, {
        method: "POST",
        body: new URLSearchParams({ action: "confirm", remember: "on" }),
        headers: { accept: "text/html" },
        redirect: "manual",
      });
      const cookie = confirmed.headers.get("set-cookie")?.split(";")[0] ?? "";
      expect(await page({ cookie })).toMatch(FORM);
      const forgotten = await fetch(`${site.origin}/api/browser/forget`, {
        method: "POST",
        body: new URLSearchParams({ all: "on" }),
        headers: { accept: "text/html", cookie },
        redirect: "manual",
      });
      expect(forgotten.status).toBe(303);
      expect(forgotten.headers.get("location")).toBe("/gracias/navegadores-olvidados/");
    });
  });
});
