import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptSecret } from "../../src/files/kept-secret.ts";
import { createMailbox } from "../../src/mail/senders/mailbox.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "own-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const MAIL = { id: "a/b/1", to: "a@example.org", subject: "s", text: "t", html: "<p>t</p>", headers: {} };

/** Does with a folder what a start does; the modes of what is there while it runs. */
async function start(data: string): Promise<Record<string, string>> {
  keptSecret(data);
  const store = createEmbeddedClient(join(data, "store.sqlite"));
  const mailbox = createMailbox(join(data, "mailbox.sqlite"));
  await store.run(["set", "a", "1"]);
  await mailbox.send(MAIL);
  const names = [".", ...readdirSync(data)].sort();
  const modes = names.map((name) => [name, (statSync(join(data, name)).mode & 0o777).toString(8)]);
  store.close();
  mailbox.close();
  return Object.fromEntries(modes) as Record<string, string>;
}

const CLOSED = {
  ".": "700",
  "mailbox.sqlite": "600",
  "mailbox.sqlite-shm": "600",
  "mailbox.sqlite-wal": "600",
  secret: "600",
  "store.sqlite": "600",
  "store.sqlite-shm": "600",
  "store.sqlite-wal": "600",
};

it("what a start makes is closed to everybody but its owner", async () => {
  expect(await start(join(folder, "new", "data"))).toEqual(CLOSED);
});

it("what an earlier start left open is closed", async () => {
  const data = join(folder, "data");
  mkdirSync(data);
  await start(data);
  chmodSync(data, 0o755);
  for (const name of readdirSync(data)) chmodSync(join(data, name), 0o644);
  for (const left of ["store.sqlite-wal", "store.sqlite-shm"])
    writeFileSync(join(data, left), "", { mode: 0o644 });
  expect(await start(data)).toEqual(CLOSED);
});

it("a folder that everybody uses stays open to them", () => {
  const shared = join(folder, "shared");
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  keptSecret(shared);
  expect((statSync(shared).mode & 0o1777).toString(8)).toBe("1777");
  expect((statSync(join(shared, "secret")).mode & 0o777).toString(8)).toBe("600");
});
