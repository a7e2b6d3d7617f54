import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkEnvironment } from "../../scripts/doctor-checks.ts";

const READY = {
  UPSTASH_REDIS_REST_URL: "https://store.example",
  UPSTASH_REDIS_REST_TOKEN: "token",
  RESEND_API_KEY: "key",
  MAIL_FROM: "Makethejobs <hola@makethejobs.com>",
  MAIL_OWNER: "info@makethejobs.com",
  MODERATOR_EMAILS: "ana@example.org, luis@example.org",
  SITE_URL: "https://www.makethejobs.com",
  SECRET_KEY: "k3yQ9-zLw8Xr2_VbN5mT7cP1sDfG4hJ6",
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from("what the mail service signs with").toString("base64")}`,
  BUILD_HOOK_URL: "https://hooks.example/1",
  OWNER_NAME: "Ana Pérez",
  OWNER_NIF: "12345678Z",
  OWNER_ADDRESS: "Calle Mayor 1, 28001 Madrid",
};

function problems(change: Record<string, string | undefined>): string[] {
  return checkEnvironment({ ...READY, ...change }).map((finding) => `${finding.level}: ${finding.what}`);
}

describe("what a production deploy needs", () => {
  test("with everything set there is nothing to say", () => {
    expect(problems({})).toEqual([]);
  });

  test("a secret of before may be there, if it is another one that nobody can guess", () => {
    expect(problems({ SECRET_KEY_OLD: Array.from(READY.SECRET_KEY).reverse().join("") })).toEqual([]);
    expect(problems({ SECRET_KEY_OLD: "secreto" })).toEqual([
      expect.stringMatching(/^missing: SECRET_KEY_OLD/),
    ]);
    expect(problems({ SECRET_KEY_OLD: READY.SECRET_KEY })).toEqual([
      expect.stringMatching(/^advice: SECRET_KEY_OLD/),
    ]);
  });

  test.each(Object.keys(READY))("without %s it says so by name", (name) => {
    const found = problems({ [name]: undefined });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(name);
  });

  test.each([
    ["UPSTASH_REDIS_REST_URL", "http://store.example"],
    ["MAIL_FROM", "Makethejobs"],
    ["MODERATOR_EMAILS", "ana@example.org, luis"],
    ["SITE_URL", "http://www.makethejobs.com"],
    ["SITE_URL", "https://localhost"],
    ["SITE_URL", "https://www.makethejobs.com/sub/"],
    ["SECRET_KEY", "a".repeat(40)],
    ["OWNER_NIF", "[NIF, por configurar]"],
    ["LIMITS", "off"],
    ["RESEND_BASE_URL", "http://127.0.0.1:9"],
    ["RESEND_WEBHOOK_SECRET", "re_una-clave-de-envio"],
    ["MAIL_FROM", "Makethejobs <makethejobs@gmail.com>"],
    ["MAIL_FROM", "onboarding@resend.dev"],
    ["AUTHOR_EMAILS", "lola@makethejobs.com"],
    ["AUTHOR_EMAILS", "lola-ortega=lola@makethejobs.com, equipo=hola"],
    ["OWNER_NAME", "[nombre, por configurar]"],
  ])("%s=%s is refused", (name, value) => {
    expect(problems({ [name]: value })).toHaveLength(1);
  });
});

test("letters may leave from the site's domain or below it; from another they are advised against", () => {
  expect(problems({ MAIL_FROM: "hola@correo.makethejobs.com" })).toEqual([]);
  expect(problems({ MAIL_FROM: "hola@otra-web.es" })).toEqual([
    expect.stringMatching(/^advice: .*otra-web\.es.*www\.makethejobs\.com/),
  ]);
});

test("authors may have addresses, each under a name of its own; none of them is repeated", () => {
  expect(
    problems({ AUTHOR_EMAILS: "lola-ortega=lola@makethejobs.com, equipo=hola@makethejobs.com" }),
  ).toEqual([]);
  expect(problems({ AUTHOR_EMAILS: "lola@makethejobs.com" }).join()).not.toContain("@");
});

describe("npm run doctor", () => {
  const script = fileURLToPath(new URL("../../scripts/doctor.ts", import.meta.url));
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, [script], { env: { PATH: process.env["PATH"], ...env }, encoding: "utf8" });

  test("lists what is missing in Spanish and fails", () => {
    const { status, stdout, stderr } = run({});
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("SECRET_KEY falta");
    expect(stdout).toContain("No está listo para producción");
  });

  test("asks the store, and says when it doesn't answer", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { status, stdout } = run({ ...READY, UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${port}` });
    expect(status).toBe(1);
    expect(stdout).toContain("El almacén no contesta");
  });
});
