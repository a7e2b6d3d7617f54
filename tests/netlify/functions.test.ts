import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import * as limits from "../../src/domain/kernel/request-limits.ts";

const FOLDER = new URL("../../netlify/functions/", import.meta.url);
const names = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ""));

/** A function's module, as Netlify reads it. */
const FunctionModule = z.object({
  default: z.custom<(request: Request, context: object) => Promise<Response>>(
    (value) => typeof value === "function",
  ),
  config: z.object({
    path: z.optional(z.string()),
    schedule: z.optional(z.string()),
    rateLimit: z.optional(z.object({ windowSize: z.int(), windowLimit: z.int() })),
  }),
});

async function load(name: string) {
  const loaded: unknown = await import(new URL(`${name}.ts`, FOLDER).href);
  return FunctionModule.parse({ ...z.looseObject({}).parse(loaded) });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "functions-"));
  process.env["DATA_DIR"] = folder;
});
afterAll(() => {
  delete process.env["DATA_DIR"];
  rmSync(folder, { recursive: true, force: true });
});

function call(
  handler: Awaited<ReturnType<typeof load>>["default"],
  path: string,
  init: RequestInit = {},
  params = {},
) {
  return handler(new Request(new URL(path, "http://127.0.0.1:4321"), init), { ip: "203.0.113.7", params });
}

describe("each function", () => {
  it.each(names)("%s has its own URL or schedule", async (name) => {
    const { config } = await load(name);
    expect([config.path, config.schedule].filter((each) => each !== undefined)).toHaveLength(1);
  });

  it("leaves it to our own limits to say no first, and the platform takes a window of at most 180 s", async () => {
    const strictest = Math.max(
      ...Object.values(limits).map((rate) => (typeof rate === "object" && "uses" in rate ? rate.uses : 0)),
    );
    for (const name of names) {
      const { rateLimit, path } = (await load(name)).config;
      if (path === undefined) continue;
      expect(rateLimit?.windowLimit).toBeGreaterThan(strictest - 1);
      expect(rateLimit?.windowSize).toBeLessThanOrEqual(180);
    }
  });

  it("works with no configuration at all", async () => {
    const health = await call((await load("health")).default, "/api/health");
    expect(await health.json()).toMatchObject({ ok: true, store: "embedded", mail: "mailbox" });
    const jobs = (await load("jobs")).default;
    const headers = { "content-type": "application/json" };
    expect((await call(jobs, "/api/jobs", { method: "POST", body: "{}", headers })).status).toBe(422);
    expect(await (await call(jobs, "/api/jobs")).json()).toMatchObject({ jobs: [], total: 0 });
    const job = await call((await load("job")).default, "/api/jobs/x", {}, { id: "x" });
    expect(job.status).toBe(404);
    expect(await (await call((await load("sweep")).default, "/")).json()).toEqual({ changed: 0 });
    expect(await (await call((await load("outbox")).default, "/")).json()).toEqual({ mails: 0, purges: 0 });
  });

  it("lets mails leave behind the answer where the platform can wait for them", async () => {
    const work: Promise<unknown>[] = [];
    const body = new URLSearchParams({
      name: "Iris",
      email: "iris@example.org",
      subject: "duda",
      message: "Hola, ¿qué tal?",
    });
    const request = new Request("http://127.0.0.1:4321/api/contact", { method: "POST", body });
    const context = {
      ip: "203.0.113.7",
      params: {},
      waitUntil: (promise: Promise<unknown>) => work.push(promise),
    };
    const answer = await (await load("contact")).default(request, context);
    expect(answer.status).toBe(303);
    expect(work).toHaveLength(1);
    await Promise.all(work);
  });
});
