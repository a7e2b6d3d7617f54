import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalMail } from "../../../netlify/local/mailbox-page.ts";
import { serveFixture, type RunningSite } from "../../support/host/fixture-site.ts";

const MAILS: LocalMail[] = [
  {
    id: "jobPublished/abc/2",
    to: "ana@example.org",
    subject: 'Tu favor <b>"Pasear"</b>',
    text: "Gestiónalo aquí: http://127.0.0.1:4321/gestion/a_b-C1/. Hasta pronto.",
    html: '<p style="color:red">Hola</p><script>alert(1)</script>',
    headers: { "Reply-To": "hola@example.org" },
    createdAt: "2026-11-21T10:00:00.000Z",
  },
];

let site: RunningSite;
beforeAll(async () => {
  site = await serveFixture({}, { openMailbox: () => Promise.resolve({ list: () => MAILS }) });
});
afterAll(() => site.stop());

function statusFor(host: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("who may look into the mailbox", () => {
  test.each(["localhost", "localhost:4321", "127.0.0.1", "[::1]:80"])("asked as %s: open", async (host) => {
    expect(await statusFor(host, "/buzon/")).toBe(200);
    expect(await statusFor(host, "/buzon.json")).toBe(200);
  });

  test.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.7:4321"])(
    "asked as %s: there is no such page",
    async (host) => {
      expect(await statusFor(host, "/buzon/")).toBe(404);
      expect(await statusFor(host, "/buzon.json")).toBe(404);
    },
  );

  test("nobody when the host listens to other machines too", async () => {
    const open = await serveFixture(
      {},
      { hostname: "0.0.0.0", openMailbox: () => Promise.resolve({ list: () => MAILS }) },
    );
    expect((await open.get("/buzon.json")).status).toBe(404);
    await open.stop();
  });

  test("it can't be written to", async () => {
    expect((await site.get("/buzon/", { method: "POST" })).status).toBe(405);
  });
});

describe("what it shows", () => {
  test("every field, in the list for programs", async () => {
    expect(await (await site.get("/buzon.json")).json()).toEqual(MAILS);
  });

  test("the mail as text with a working link, and nothing of it as markup of the page", async () => {
    const html = await (await site.get("/buzon/")).text();
    expect(html).toContain("Tu favor &lt;b&gt;&quot;Pasear&quot;&lt;/b&gt;");
    expect(html).toContain('<a href="http://127.0.0.1:4321/gestion/a_b-C1/">');
    expect(html).toContain("ana@example.org");
    expect(html).not.toContain("<script>");
    expect(html).toMatch(/<iframe [^>]*sandbox="allow-top-navigation-by-user-activation" srcdoc="&lt;base/);
  });

  test("nothing is cached, indexed or run", async () => {
    const { headers } = await site.get("/buzon/");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("an empty mailbox says what to do", async () => {
    const empty = await serveFixture({}, { openMailbox: () => Promise.resolve({ list: () => [] }) });
    expect(await (await empty.get("/buzon/")).text()).toContain("Todavía no hay correos");
    await empty.stop();
  });
});
