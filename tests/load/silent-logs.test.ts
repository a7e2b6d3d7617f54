import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import type { Running } from "../scripts/running.ts";
import { favourForm, postJson, startLocalHost } from "../support/host/local-host.ts";

const MODERATOR = "moderadora@example.org";
const HELPER = "hugo@example.org";
/** What nothing that the host prints may hold: addresses and what was typed. */
const SECRETS = ["ana@example.org", HELPER, MODERATOR, "segundo piso", "furgoneta"];

async function startHost(
  env: Readonly<Record<string, string>> = {},
): Promise<{ host: Running; data: string }> {
  const data = mkdtempSync(join(tmpdir(), "makethejobs-logs-"));
  const host = await startLocalHost(data, { LIMITS: "off", MODERATOR_EMAILS: MODERATOR, ...env });
  onTestFinished(async () => {
    await host.end("SIGTERM");
    rmSync(data, { recursive: true, force: true });
  });
  return { host, data };
}

/** Every token that was mailed, newest first. */
async function tokens({ origin }: Running): Promise<string[]> {
  const mails = (await (await fetch(`${origin}/buzon.json`)).json()) as { text: string }[];
  return mails.flatMap(({ text }) => /\/gestion\/([A-Za-z0-9_-]{63})\//.exec(text)?.[1] ?? []);
}

async function useEveryLink(host: Running): Promise<string[]> {
  const all = await tokens(host);
  for (const token of all) {
    await fetch(`${host.origin}/gestion/${token}/`);
    await postJson(host.origin, `/api/links/${token}`, { action: "confirm", remember: "on" });
    await fetch(`${host.origin}/gestion/${token}/?formulario=x`);
  }
  return all;
}

async function write(host: Running): Promise<string> {
  const asked = await postJson(host.origin, "/api/jobs", favourForm("Subir una estantería"));
  const { id = "" } = (await asked.json()) as { id?: string };
  await useEveryLink(host).catch(() => []);
  const offer = { message: "Tengo furgoneta y maña.", name: "Hugo", email: HELPER, consent: "on" };
  await postJson(host.origin, `/api/jobs/${id}/offers`, offer);
  const comment = { article: "las-cinco-funciones-de-un-community-manager", text: "La furgoneta.", ...offer };
  await postJson(host.origin, "/api/comments", comment);
  const headers = { "content-type": "application/json" };
  const broken = { method: "POST", headers, body: `{"email":"${HELPER}","text":"furgoneta"` };
  await fetch(`${host.origin}/api/contact`, broken);
  return id;
}

async function lookAround(host: Running, id: string): Promise<void> {
  for (const path of [
    "/",
    "/favores/",
    `/favores/${id}-x/`,
    "/api/jobs",
    "/api/comments?article=x",
    "/rss.xml",
  ])
    await fetch(host.origin + path);
}

function expectSilent(host: Running, sent: readonly string[]): void {
  for (const secret of [...SECRETS, ...sent]) expect(host.output()).not.toContain(secret);
}

test("the local host prints nobody's data, whether all goes well or records can't be read", async () => {
  const { host, data } = await startHost();
  const id = await write(host);
  // The last letters leave after their answers.
  await expect.poll(async () => (await tokens(host)).length, { timeout: 10_000 }).toBeGreaterThan(3);
  const sent = await useEveryLink(host);
  await lookAround(host, id);
  const file = new DatabaseSync(join(data, "store.sqlite"), { timeout: 5000 });
  file.exec(`UPDATE entry SET text = '1 ana@example.org ' || text WHERE text LIKE '%{%'`);
  file.close();
  await useEveryLink(host);
  await lookAround(host, id);
  expect(host.output()).toContain("StoreDown");
  expectSilent(host, sent);
});

test("nor while no mail leaves, nor when the store has lost its tables", async () => {
  const { host, data } = await startHost({ RESEND_API_KEY: "re_x", RESEND_BASE_URL: "http://127.0.0.1:9" });
  const id = await write(host);
  // The letter is tried after the answer.
  await expect.poll(() => host.output(), { timeout: 10_000 }).toMatch(/did not leave/);
  const file = new DatabaseSync(join(data, "store.sqlite"), { timeout: 5000 });
  file.exec("DROP TABLE entry");
  file.close();
  await write(host);
  await lookAround(host, id);
  expect(host.output()).toContain("StoreDown");
  expectSilent(host, []);
});
