import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startHost, type Host, type HostOptions } from "../../../netlify/local/host.ts";

/** A built site as small as possible: what `npm run build` leaves, written by hand. Paths are relative to the project. */
export type BuiltFiles = Readonly<Record<string, string>>;

export interface RunningSite {
  readonly origin: string;
  readonly root: string;
  readonly errors: unknown[];
  /** Asks without following redirects. */
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export async function serveFixture(
  files: BuiltFiles,
  options: Partial<HostOptions> = {},
): Promise<RunningSite> {
  const root = mkdtempSync(join(tmpdir(), "makethejobs-host-"));
  for (const [path, text] of Object.entries({ "dist/404.html": "<p>no está</p>", ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const errors: unknown[] = [];
  const host: Host = await startHost({
    root,
    hostname: "127.0.0.1",
    port: 0,
    platformLimits: true,
    onListening: () => undefined,
    openMailbox: () => Promise.resolve(null),
    logError: (error) => errors.push(error),
    ...options,
  });
  return {
    origin: host.origin,
    root,
    errors,
    get: (path, init) => fetch(host.origin + path, { redirect: "manual", ...init }),
    async stop() {
      await host.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A function's file, as the bundler leaves it. */
export function functionFile(handlerBody: string, config: object): string {
  return `let calls = 0;
export default async (request, context) => { calls += 1; ${handlerBody} };
export const config = ${JSON.stringify(config)};
`;
}
