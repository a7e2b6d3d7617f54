import { randomUUID } from "node:crypto";

/** The part of Netlify's function context that can be told truthfully on one machine. */
export interface FunctionContext {
  readonly ip: string;
  readonly params: Record<string, string>;
  readonly requestId: string;
  readonly url: URL;
  readonly geo: Record<string, never>;
  readonly site: { readonly name: string; readonly url: string };
  readonly deploy: { readonly context: string; readonly id: string; readonly published: boolean };
  readonly server: { readonly region: string };
  waitUntil(work: Promise<unknown>): void;
}

/** Work that goes on after the answer has left. A graceful stop waits for it. */
export interface Background {
  add(work: Promise<unknown>): void;
  settled(): Promise<void>;
}

export function createBackground(logError: (error: unknown) => void): Background {
  const pending = new Set<Promise<unknown>>();
  return {
    add(work) {
      const watched = work.catch(logError).finally(() => pending.delete(watched));
      pending.add(watched);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

export function createContext(
  url: URL,
  ip: string,
  params: Record<string, string>,
  background: Background,
): FunctionContext {
  return {
    ip,
    params,
    requestId: randomUUID(),
    url,
    geo: {},
    site: { name: "makethejobs", url: url.origin },
    deploy: { context: "dev", id: "0", published: false },
    server: { region: "local" },
    waitUntil: (work) => {
      background.add(work);
    },
  };
}
