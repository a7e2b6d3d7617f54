import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMailbox } from "../../src/mail/senders/mailbox.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { StoreDown } from "../../src/store/redis/client.ts";
import { createStore } from "../../src/store/store.ts";
import { job, newJob, NOW, saved } from "../support/builders/records.ts";

let folder: string;
const open: { close(): void }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "locked-"));
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  rmSync(folder, { recursive: true, force: true });
});

function kept<T extends { close(): void }>(one: T): T {
  open.push(one);
  return one;
}

/** Another process that writes, as far as SQLite can tell: a connection of its own. */
function holdingTheLock(file: string): { release(): void } {
  const other = kept(new DatabaseSync(file));
  other.exec("BEGIN IMMEDIATE");
  return { release: () => other.exec("COMMIT") };
}

describe("while another process holds the lock of the store's file", () => {
  it("what reads is answered before what writes, which goes through once the lock is free", async () => {
    const file = join(folder, "store.sqlite");
    const store = createStore(kept(createEmbeddedClient(file)), "embedded");
    await store.commit(saved(newJob(job())), NOW);
    const lock = holdingTheLock(file);
    const order: string[] = [];
    const writing = store.dropForm("x").then(() => order.push("written"));
    expect((await store.read("job", job().id))?.id).toBe(job().id);
    order.push("read");
    lock.release();
    await writing;
    expect(order).toEqual(["read", "written"]);
  });

  it("what writes is told that the store is down when that goes on, and the file can be opened", async () => {
    const file = join(folder, "store.sqlite");
    createEmbeddedClient(file).close();
    const lock = holdingTheLock(file);
    const store = createStore(kept(createEmbeddedClient(file)), "embedded");
    expect(await store.health()).toMatchObject({ ok: true });
    await expect(store.commit(saved(newJob(job())), NOW)).rejects.toThrow(StoreDown);
    expect(await store.read("job", job().id)).toBeNull();
    lock.release();
    expect(await store.commit(saved(newJob(job())), NOW)).toEqual({ status: "committed" });
  });
});

it("a mail waits for the lock of the mailbox without holding up anybody", async () => {
  const file = join(folder, "mailbox.sqlite");
  const mailbox = kept(createMailbox(file));
  const lock = holdingTheLock(file);
  const mail = { id: "a/b/1", to: "a@example.org", subject: "s", text: "t", html: "<p>t</p>", headers: {} };
  const sending = mailbox.send(mail);
  expect(mailbox.list()).toEqual([]);
  lock.release();
  expect(await sending).toEqual({ ok: true });
  expect(mailbox.list()).toHaveLength(1);
});
