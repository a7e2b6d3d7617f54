import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const TOKEN = "test-token";

type Command = (string | number)[];

export interface RestServer {
  readonly url: string;
  /** Runs any command past the client, for tests that look behind it. */
  command(...command: Command): Promise<unknown>;
  /** Runs many in one request; their answers, in order. */
  commands(commands: readonly Command[]): Promise<unknown[]>;
  stop(): Promise<void>;
}

export function hasRedisServer(): boolean {
  return spawnSync("redis-server", ["--version"]).status === 0;
}

/** A real, empty redis-server behind Upstash's REST interface, in processes of their own. */
export async function startRestServer(): Promise<RestServer> {
  const script = fileURLToPath(new URL("rest-proxy.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", script, TOKEN], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), ended])) as unknown[];
  const port = /^port (\d+)$/.exec(String(line))?.[1];
  if (port === undefined) throw new Error(`redis-server did not start (${String(line)})`);
  const url = `http://127.0.0.1:${port}`;
  async function ask(path: string, body: unknown): Promise<unknown> {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return response.json();
  }
  return {
    url,
    command: async (...command) => resultIn(await ask("/", command)),
    async commands(commands) {
      // The proxy refuses an empty list.
      if (commands.length === 0) return [];
      const answers = await ask("/pipeline", commands);
      if (!Array.isArray(answers)) throw new Error(JSON.stringify(answers));
      return answers.map(resultIn);
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

function resultIn(answer: unknown): unknown {
  if (typeof answer === "object" && answer !== null && "result" in answer) return answer.result;
  throw new Error(JSON.stringify(answer));
}
