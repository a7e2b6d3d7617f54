import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createMailbox } from "../../src/mail/senders/mailbox.ts";
import { buildServices } from "../../src/services.ts";
import { favourForm, postJson, startLocalHost } from "../support/host/local-host.ts";

/** `npm run test:long` kills more: here each count of answers once on each host. */
const KILLS = process.env["npm_lifecycle_event"] === "test:long" ? 240 : 24;
/** Each with a store of its own, side by side. */
const HOSTS = 2;
const WRITERS = 4;
/** How many answers come before the process is killed, at most; while others are under way. */
const MAX_ANSWERS = 12;
/** The host is started as often as it is killed. */
const PATIENCE_MS = KILLS * 10_000;

/** What was acknowledged: id of the favour → its title. */
type Acknowledged = Map<string, string>;

/** Writes from several sides at once and kills the host in the middle of it. */
async function writeAndKill(data: string, round: string, answers: number, acknowledged: Acknowledged) {
  const host = await startLocalHost(data, { LIMITS: "off" });
  let received = 0;

  async function write(writer: number): Promise<void> {
    for (let i = 0; ; i += 1) {
      const title = `Favor ${round} de ${writer}, el ${i}`;
      const response = await postJson(host.origin, "/api/jobs", favourForm(title));
      const { id } = (await response.json()) as { id: string };
      expect(response.status).toBe(202);
      acknowledged.set(id, title);
      received += 1;
      if (received === answers) host.process.kill("SIGKILL");
    }
  }

  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  await host.end("SIGKILL");
  // Every writer ends because the connection broke, not because of an answer that is no 202.
  for (const end of ends)
    expect(end.status === "rejected" && String(end.reason)).toMatch(/fetch failed|terminated/);
}

test(
  `${KILLS} × kill -9 in the middle of writes: what was acknowledged is there, with its mail`,
  async () => {
    const lines = Array.from({ length: HOSTS }, async (_, line) => {
      const data = mkdtempSync(join(tmpdir(), "makethejobs-kill-"));
      onTestFinished(() => rmSync(data, { recursive: true, force: true }));
      const acknowledged: Acknowledged = new Map();
      for (let kill = 0; kill < KILLS / HOSTS; kill += 1) {
        await writeAndKill(data, `${line}.${kill}`, 1 + (kill % MAX_ANSWERS), acknowledged);
      }
      return { data, acknowledged };
    });

    for (const { data, acknowledged } of await Promise.all(lines)) {
      expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS / HOSTS);
      const { store, now } = await buildServices({ DATA_DIR: data });
      const waiting = new Set(await store.dueMails(now() + 24 * 60 * 60 * 1000, 100_000));
      const mailbox = createMailbox(join(data, "mailbox.sqlite"));
      const sent = mailbox.list().map((mail) => mail.id);
      mailbox.close();
      for (const [id, title] of acknowledged) {
        expect((await store.read("job", id))?.title).toBe(title);
        const mail = `confirmJob/${id}/1`;
        expect(waiting.has(mail) || sent.includes(mail), mail).toBe(true);
      }
    }
  },
  PATIENCE_MS,
);
