import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalHost } from "../host/local-host.ts";

export const MODERATOR = "moderadora@example.org";
const PATIENCE_MS = 10_000;

/** A mail as the local mailbox lists it. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The built site on the real local host, with an empty store and mailbox of its own. */
export interface RealSite {
  readonly origin: string;
  /** Where it keeps its store. */
  readonly data: string;
  mails(): Promise<readonly Mail[]>;
  /** Waits for so many mails to this address whose subject matches; the newest of them. */
  mailTo(address: string, subject: RegExp, count?: number): Promise<Mail>;
  /** The one that `ask` sends. An answer may come before its mail, and an earlier one may have a link that is used up. */
  mailAfter(ask: () => Promise<unknown>, address: string, subject: RegExp): Promise<Mail>;
  /** Posts as a program does. */
  post(path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }>;
  stop(): Promise<void>;
}

/** @param kept where an earlier one left its store and mailbox; it is the caller's to remove */
export async function startRealSite(
  env: Readonly<Record<string, string>> = {},
  kept: string | null = null,
): Promise<RealSite> {
  const data = kept ?? mkdtempSync(join(tmpdir(), "makethejobs-browser-"));
  const host = await startLocalHost(data, { LIMITS: "off", MODERATOR_EMAILS: MODERATOR, ...env });

  async function mails(): Promise<readonly Mail[]> {
    const response = await fetch(`${host.origin}/buzon.json`);
    return (await response.json()) as readonly Mail[]; // Our own mailbox; a wrong shape fails the test that reads it.
  }

  const about = (all: readonly Mail[], address: string, subject: RegExp): Mail[] =>
    all.filter(({ to, subject: said }) => to === address && subject.test(said));

  async function mailTo(address: string, subject: RegExp, count = 1): Promise<Mail> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const all = await mails();
      const found = about(all, address, subject);
      if (found[0] && found.length >= count) return found[0];
      if (Date.now() > until) {
        const said = all.map(({ to, subject: told }) => `${to}: ${told}`).join("\n");
        throw new Error(`No mail to ${address} about ${subject.source}. There are:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return {
    origin: host.origin,
    data,
    mails,
    mailTo,
    async mailAfter(ask, address, subject) {
      const earlier = about(await mails(), address, subject).length;
      await ask();
      return mailTo(address, subject, earlier + 1);
    },
    async post(path, body) {
      const response = await fetch(host.origin + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    async stop() {
      await host.end("SIGTERM");
      if (kept === null) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The address of the page behind the magic link of a mail. */
export function linkIn(mail: Mail): string {
  const found = /https?:\/\/\S+\/gestion\/[A-Za-z0-9_-]+\//.exec(mail.text);
  if (!found) throw new Error(`No magic link in «${mail.subject}»:\n${mail.text}`);
  return found[0];
}

/** Its path of the API, to act on it as a program does. */
export function linkApi(mail: Mail): string {
  return new URL(linkIn(mail)).pathname.replace("/gestion/", "/api/links/").replace(/\/$/, "");
}
