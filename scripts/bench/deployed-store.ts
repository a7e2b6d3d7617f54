import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasRedisServer, startRestServer, TOKEN } from "../../tests/support/host/redis-server.ts";

/** What a deployed function finds in its environment: a store behind REST, a mail service, a secret. */
export interface DeployedStore {
  readonly env: Readonly<Record<string, string>>;
  /** Forgets everything, so that nobody pays for what another one left behind. */
  clear(): Promise<unknown>;
  stop(): Promise<void>;
}

/** A real redis-server behind REST on this machine; without one installed, the embedded store, and it is said. */
export async function openDeployedStore(): Promise<DeployedStore> {
  const settings = {
    SECRET_KEY: "k3yQ9-zLw8Xr2_VbN5mT7cP1sDfG4hJ6",
    RESEND_API_KEY: "key",
    // Nobody answers there: mails are sent behind the answer, and the answer is what is measured.
    RESEND_BASE_URL: "http://127.0.0.1:9",
    LIMITS: "off",
  };
  if (!hasRedisServer()) {
    console.warn("Sin redis-server, las funciones se miden con el almacén embebido.");
    const data = mkdtempSync(join(tmpdir(), "makethejobs-bench-store-"));
    return {
      env: { ...settings, DATA_DIR: data },
      clear: () => Promise.resolve(),
      stop: () => {
        rmSync(data, { recursive: true, force: true });
        return Promise.resolve();
      },
    };
  }
  const server = await startRestServer();
  const env = { ...settings, UPSTASH_REDIS_REST_URL: server.url, UPSTASH_REDIS_REST_TOKEN: TOKEN };
  return { env, clear: () => server.command("FLUSHALL"), stop: () => server.stop() };
}
