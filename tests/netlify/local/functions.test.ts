import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { functionFile, serveFixture, type RunningSite } from "../../support/host/fixture-site.ts";

const ECHO = `const url = new URL(request.url); return Response.json({
  name: import.meta.url.split("/").pop(), method: request.method, ip: context.ip, params: context.params,
  path: url.pathname, body: await request.text(), forwarded: request.headers.get("x-forwarded-for") });`;

let site: RunningSite;

beforeAll(async () => {
  site = await serveFixture({
    "dist/index.html": "<p>inicio</p>",
    "build/functions/job.mjs": functionFile(ECHO, { path: "/api/jobs/:id" }),
    "build/functions/jobs.mjs": functionFile(ECHO, { path: ["/api/jobs", "/api/favores"] }),
    "build/functions/recent.mjs": functionFile(ECHO, { path: "/api/jobs/recent", method: "GET" }),
    "build/functions/limited.mjs": functionFile("return new Response('bien')", {
      path: "/api/limited",
      rateLimit: { windowLimit: 3, windowSize: 60, aggregateBy: ["ip", "domain"] },
    }),
    "build/functions/broken.mjs": functionFile("throw new Error('secreto interno')", { path: "/api/broken" }),
    "build/functions/cookies.mjs": functionFile(
      "const h = new Headers(); h.append('set-cookie', 'a=1'); h.append('set-cookie', 'b=2'); return new Response(null, { status: 204, headers: h });",
      { path: "/api/cookies" },
    ),
  });
});
afterAll(() => site.stop());

async function ask(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  return (await (await site.get(path, init)).json()) as Record<string, unknown>;
}

describe("a function answers at its path", () => {
  test("with the parts of the path as parameters, decoded", async () => {
    expect(await ask("/api/jobs/abc%20d")).toMatchObject({ name: "job.mjs", params: { id: "abc d" } });
    expect(await ask("/api/jobs")).toMatchObject({ name: "jobs.mjs", params: {} });
    expect(await ask("/api/favores/")).toMatchObject({ name: "jobs.mjs" });
  });

  test("the path that says more wins, and only with its method", async () => {
    expect(await ask("/api/jobs/recent")).toMatchObject({ name: "recent.mjs" });
    expect(await ask("/api/jobs/recent", { method: "POST" })).toMatchObject({ name: "job.mjs" });
  });

  test("with the body as it was sent", async () => {
    expect(await ask("/api/jobs", { method: "POST", body: "título=ñ" })).toMatchObject({
      method: "POST",
      body: "título=ñ",
    });
  });

  test("several cookies stay several", async () => {
    expect((await site.get("/api/cookies")).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });
});

describe("the platform guards the function", () => {
  test("the client's address comes from the connection, whatever headers say", async () => {
    const headers = { "x-forwarded-for": "9.9.9.9", "x-nf-client-connection-ip": "9.9.9.9" };
    expect(await ask("/api/jobs", { headers })).toMatchObject({ ip: "127.0.0.1", forwarded: null });
  });

  test("a body beyond the platform's size is refused", async () => {
    const body = "x".repeat(6 * 1024 * 1024 + 1);
    const answer = await site.get("/api/jobs", { method: "POST", body }).then(
      (r) => r.status,
      () => "closed",
    );
    expect([413, "closed"]).toContain(answer);
    expect((await site.get("/api/jobs")).status).toBe(200);
  });

  test("too many requests from one address get 429 with a time to wait", async () => {
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await site.get("/api/limited")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await site.get("/api/limited")).headers.get("retry-after")).toBe("60");
  });

  test("LIMITS=off lifts the platform's limit", async () => {
    const free = await serveFixture(
      {
        "build/functions/limited.mjs": functionFile("return new Response('bien')", {
          path: "/api/limited",
          rateLimit: { windowLimit: 1, windowSize: 60 },
        }),
      },
      { platformLimits: false },
    );
    await free.get("/api/limited");
    expect((await free.get("/api/limited")).status).toBe(200);
    await free.stop();
  });

  test("a function that throws is a 500 that tells nothing of the inside, and the host goes on", async () => {
    const response = await site.get("/api/broken");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secreto interno");
    expect(String(site.errors.at(-1))).toContain("secreto interno");
    expect((await site.get("/")).status).toBe(200);
  });
});

describe("what the folder must look like", () => {
  test("a file that is no function stops the host at the start, with its name", async () => {
    await expect(serveFixture({ "build/functions/wrong.mjs": "export const x = 1;" })).rejects.toThrow(
      "La función wrong",
    );
  });

  test("a redirect that the host can't serve as Netlify does stops it too", async () => {
    await expect(serveFixture({ "dist/_redirects": "/a/* /b/:splat 301" })).rejects.toThrow("_redirects");
  });
});
