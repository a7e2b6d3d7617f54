import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, createTestSite, MODERATOR, type TestSite } from "../support/site/test-site.ts";
import { COMMENT, COMMENTER, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { moderatorToken } from "../support/site/moderating.ts";

let site: TestSite;
let jobId = "";
beforeAll(async () => {
  site = await createTestSite();
  const described = `${JOB["description"] ?? ""} Escríbeme a ${POSTER} o llámame al 600 111 222.`;
  jobId = String((await site.send("/api/jobs", { ...JOB, description: described })).body["id"]);
  await site.send(`/api/links/${site.token(POSTER)}`, { action: "confirm" });
  await site.send(`/api/jobs/${jobId}/offers`, OFFER);
  await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
  await site.send("/api/comments", { ...COMMENT, text: `Soy ${COMMENTER}` });
  await site.send(`/api/links/${site.token(COMMENTER)}`, { action: "confirm" });
  await site.send(`/api/links/${await moderatorToken(site)}`, { action: "approve" });
});
afterAll(() => {
  site.stop();
});

const paths = () => [
  "/api/jobs",
  "/api/jobs?q=boletin&orden=recompensa",
  `/api/jobs/${jobId}`,
  "/api/comments?article=abierto",
  "/api/health",
  "/api/openapi.json",
  `/api/links/${site.token(POSTER)}`,
  `/api/links/${site.token(MODERATOR)}`,
  `/api/jobs/${jobId}/offers`,
  "/api/contact",
  "/api/comments/{id}",
  "/api/comments/preview",
];

/** Everything that the store and the mailbox hold. */
function everything(): string {
  const files = [site.files.store, site.files.mailbox];
  return JSON.stringify(
    files.map((file) => {
      const database = new DatabaseSync(file, { readOnly: true });
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
      const rows = tables.map(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all());
      database.close();
      return rows;
    }),
  );
}

describe("reading", () => {
  it("changes nothing, whatever is opened, with GET or HEAD", async () => {
    const before = everything();
    expect(before).toContain(jobId);
    for (const path of paths()) {
      for (const method of ["GET", "HEAD"]) {
        const response = await site.request(path, { method });
        // A letter's one-click address leads a browser to its page.
        expect([200, 303, 405]).toContain(response.status);
      }
    }
    expect(everything()).toBe(before);
  });

  it("HEAD is GET without its body", async () => {
    const got = await site.request("/api/jobs");
    const head = await site.request("/api/jobs", { method: "HEAD" });
    expect(await head.text()).toBe("");
    expect([...head.headers]).toEqual([...got.headers]);
  });

  it("never shows an address, a phone, a token or a hash of one", async () => {
    const { signer } = site.services;
    const secrets = [POSTER, HELPER, COMMENTER, MODERATOR, "600 111 222", "600111222", "600 333 444"];
    const hashes = [POSTER, HELPER, COMMENTER].map((email) => signer.addressId(email));
    const tokens = [POSTER, HELPER, MODERATOR].map((to) => site.token(to));
    for (const path of paths()) {
      const text = await (await site.request(path)).text();
      for (const secret of [...secrets, ...hashes, ...tokens]) expect(text).not.toContain(secret);
    }
  });

  it("gives a favour exactly as it is documented", async () => {
    const { body } = await site.read(`/api/jobs/${jobId}`);
    expect(body).toMatchObject({
      id: jobId,
      title: JOB["title"],
      category: "community-manager",
      place: "madrid",
      town: null,
      deadline: null,
      state: "open",
      rewards: [{ kind: "money", amountCents: 1550, text: null, name: "Ana" }],
      offers: 1,
      name: "Ana",
      url: `/favores/${jobId}-ayuda-con-mi-boletin/`,
    });
    for (const time of [body["createdAt"], body["expiresAt"]]) expect(time).toMatch(/^\d{4}-.*Z$/);
  });

  it("keeps copies at the CDN under the tags that a write purges, never beyond a favour's end", async () => {
    const { headers } = await site.read(`/api/jobs/${jobId}`);
    expect(headers.get("netlify-cache-tag")).toBe(`job:${jobId}`);
    expect(headers.get("netlify-cdn-cache-control")).toBe("public, max-age=60, stale-while-revalidate=120");
    const { job } = (await site.store.jobWithOffers(jobId)) ?? expect.unreachable();
    site.clock.now = job.expiresAt - 90_000;
    const late = (await site.read("/api/jobs")).headers.get("netlify-cdn-cache-control");
    expect(late).toBe("public, max-age=60, stale-while-revalidate=30");
    site.clock.now = Date.now();
    expect((await site.read("/api/comments?article=abierto")).headers.get("netlify-cache-tag")).toBe(
      "thread:abierto",
    );
  });

  it("a reader who has the answer already is told so, with nothing else", async () => {
    for (const path of ["/api/jobs", `/api/jobs/${jobId}`, "/api/comments?article=abierto"]) {
      const first = await site.request(path);
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^W\/"[\w-]+"$/);
      expect((await site.request(path)).headers.get("etag")).toBe(etag);
      for (const asked of [etag, etag.slice(2), "*", `"x", ${etag}`]) {
        for (const method of ["GET", "HEAD"]) {
          const again = await site.request(path, { method, headers: { "if-none-match": asked } });
          expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
          expect(again.headers.get("netlify-cdn-cache-control")).toBeNull();
          expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
        }
      }
      expect((await site.request(path, { headers: { "if-none-match": 'W/"other"' } })).status).toBe(200);
    }
  });

  it("an answer that changed has another validator", async () => {
    const before = (await site.request("/api/jobs")).headers.get("etag");
    const held = (await site.read("/api/jobs?q=nadie-lo-dice")).headers.get("etag");
    expect(held).not.toBe(before);
  });

  it.each([
    "categoria=nada",
    "lugar=madrid&lugar=atlantida",
    "cerca=no&lugar=madrid",
    "recompensa=MONEY",
    "propuestas=si",
    "orden=al-azar",
  ])("a filter with a value that nobody knows is refused by its name: %s", async (query) => {
    const answer = await site.read(`/api/jobs?${query}`);
    const [name = ""] = query.split("=");
    expect(answer).toMatchObject({
      status: 422,
      body: { code: "invalid", fields: { [name]: { code: "filterUnknown" } } },
    });
    expect(JSON.stringify(answer.body)).toContain("Elige uno de los del tablón");
  });

  it("an empty filter is none, and so is a parameter of somebody else's", async () => {
    expect((await site.read("/api/jobs?categoria=&lugar=&utm_source=x")).status).toBe(200);
  });

  it("says how the site is", async () => {
    expect(await site.read("/api/health")).toMatchObject({
      status: 200,
      body: { ok: true, store: "embedded", mail: "mailbox", version: "test" },
    });
  });

  it("sends the security headers with every answer", async () => {
    const preview = { method: "POST", body: new URLSearchParams(COMMENT) };
    const answers = [await site.request("/api/jobs"), await site.request("/api/comments/preview", preview)];
    for (const { headers } of [...answers, await site.request("/api/contact")]) {
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("strict-transport-security")).toContain("max-age=63072000");
      expect(headers.get("referrer-policy")).toBe("same-origin");
    }
  });

  it("shows programs a comment before it is sent", async () => {
    const html = "<p>Hola, <strong>Ana</strong></p>";
    const answer = await site.send("/api/comments/preview", { text: "Hola, **Ana**" });
    expect(answer).toMatchObject({ status: 200, body: { html } });
    expect(await site.send("/api/comments/preview", { text: "" })).toMatchObject({ status: 422 });
  });
});

describe("the document for programs", () => {
  interface Operation {
    readonly requestBody: {
      readonly content: Record<string, { readonly schema: { properties: object; required: string[] } }>;
    };
  }

  it("names every path, and for each form the fields that it takes", async () => {
    const { body } = await answerOf(await site.request("/api/openapi.json"));
    const paths = body["paths"] as Record<string, Record<string, Operation>>; // The document's own shape, which the next lines test.
    expect(Object.keys(paths)).toEqual([
      "/api/jobs",
      "/api/jobs/{id}",
      "/api/jobs/{id}/offers",
      "/api/jobs/{id}/rewards",
      "/api/comments",
      "/api/comments/{id}",
      "/api/comments/preview",
      "/api/contact",
      "/api/reports",
      "/api/votes",
      "/api/links/{token}",
      "/api/browser/forget",
      "/api/digests",
      "/api/recover",
      "/api/my-data",
      "/api/resend-confirmation",
      "/api/discard",
      "/api/webmentions",
      "/api/session",
      "/api/session/end",
      "/api/moderation",
      "/api/health",
    ]);
    const schema = paths["/api/jobs"]?.["post"]?.requestBody.content["application/json"]?.schema;
    expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(JOB)));
    const bare = Object.fromEntries((schema?.required ?? []).map((field) => [field, JOB[field] ?? ""]));
    expect((await site.send("/api/jobs", { ...bare, rewardKind: "open" })).status).toBe(202);
  });
});
