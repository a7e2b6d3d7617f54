import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Running } from "../scripts/running.ts";
import { hasRedisServer, startRestServer, TOKEN, type RestServer } from "../support/host/redis-server.ts";
import { startCutLine, type CutLine } from "../support/host/cut-line.ts";
import { favourForm, postJson, startLocalHost } from "../support/host/local-host.ts";

const hasRedis = hasRedisServer();
if (!hasRedis) {
  console.warn("Sin redis-server no se prueba qué pasa cuando el almacén se cae.");
  test.skipIf(process.env["CI"] !== "true")("CI has a redis-server to cut off", () => {
    expect.unreachable("redis-server is not installed");
  });
}

describe.skipIf(!hasRedis)("the store goes away and comes back", () => {
  const data = mkdtempSync(join(tmpdir(), "makethejobs-down-"));
  let redis: RestServer;
  let line: CutLine;
  let host: Running;

  beforeAll(async () => {
    redis = await startRestServer();
    line = await startCutLine(redis.url);
    host = await startLocalHost(data, {
      UPSTASH_REDIS_REST_URL: line.url,
      UPSTASH_REDIS_REST_TOKEN: TOKEN,
      LIMITS: "off",
    });
  });
  afterAll(async () => {
    await host.end("SIGTERM");
    await redis.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const get = (path: string) => fetch(host.origin + path, { headers: { accept: "text/html" } });
  const statusOf = async (path: string) => (await get(path)).status;

  test("with it, everything answers", async () => {
    expect((await postJson(host.origin, "/api/jobs", favourForm("Antes de la caída"))).status).toBe(202);
    expect(await (await get("/api/health")).json()).toMatchObject({ ok: true, store: "upstash" });
    expect(await statusOf("/favores/?q=antes")).toBe(200);
  });

  test("without it, what is only read stays as it was", async () => {
    await line.cut();
    const pages = [
      "/",
      "/articulos/",
      "/articulos/las-cinco-funciones-de-un-community-manager/",
      "/preguntas-frecuentes/",
      "/preguntas-frecuentes/cuanto-cuesta/",
      "/mapas/el-ciclo-de-un-favor/",
      "/seguridad/",
    ];
    for (const path of pages) expect(await statusOf(path), path).toBe(200);
  });

  test("without it, the pages that need it say so, and are not kept", async () => {
    for (const path of [
      "/favores/?q=durante",
      "/articulos/las-cinco-funciones-de-un-community-manager/comentarios/",
    ]) {
      const response = await get(path);
      expect(response.status, path).toBe(503);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(response.headers.get("cache-status")).toContain("miss");
    }
    expect(await statusOf("/api/health")).toBe(503);
  });

  test("without it, a form answers 503 and shows what was typed, so that nothing is lost", async () => {
    const form = favourForm("Durante la caída <b>&");
    const response = await fetch(`${host.origin}/api/jobs`, {
      method: "POST",
      body: new URLSearchParams(form),
    });
    expect(response.status).toBe(503);
    const html = await response.text();
    expect(html).toContain("Durante la caída &lt;b&gt;&amp;");
    expect(html).toContain("subir una estantería hasta un segundo piso");
    const json = await postJson(host.origin, "/api/jobs", form);
    expect(json.status).toBe(503);
    expect(await json.json()).toHaveProperty("code");
  });

  test("once it is back, everything answers again by itself, and what was there is there", async () => {
    await line.mend();
    await expect.poll(() => statusOf("/favores/?q=despues"), { timeout: 15_000 }).toBe(200);
    expect(await statusOf("/articulos/las-cinco-funciones-de-un-community-manager/comentarios/")).toBe(200);
    expect((await postJson(host.origin, "/api/jobs", favourForm("Después de la caída"))).status).toBe(202);
    expect(await statusOf("/api/health")).toBe(200);
    expect(await redis.command("DBSIZE")).toBeGreaterThan(2);
  });
});
