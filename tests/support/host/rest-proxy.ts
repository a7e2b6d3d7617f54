import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createApp } from "@humanwhocodes/upstash-redis-server";
import { createKeyCheck } from "./declared-keys.ts";

/**
 * Started as a process of its own by `redis-server.ts`: a real redis-server that keeps nothing on disk, and Upstash's REST interface in
 * front of it on a loopback port that it prints. Scripts may touch declared keys only. It ends, and takes redis-server with it, when its standard input does: nothing is
 * left over, however the tests end. Argument: the token.
 */
const [token = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "store-rest-"));
const socket = join(folder, "redis.sock");
const options = ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder];
const redis = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });

function end(): void {
  redis.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
process.stdin.once("end", end).resume();
redis.once("exit", end);

let printed = "";
redis.stdout.on("data", (chunk: Buffer) => {
  const before = printed;
  printed += chunk.toString();
  const ready = /ready to accept connections/i;
  if (ready.test(printed) && !ready.test(before)) serve();
});

function serve(): void {
  const app = createApp({ token, redisUrl: socket });
  const checkKeys = createKeyCheck();
  async function answer(incoming: IncomingMessage): Promise<Response> {
    const body = await text(incoming);
    return app.fetch(
      new Request(`http://127.0.0.1${incoming.url ?? "/"}`, {
        method: "POST",
        headers: { authorization: incoming.headers.authorization ?? "", "content-type": "application/json" },
        // Scripts are never sent with others in a pipeline.
        body: incoming.url === "/" ? checkKeys(body) : body,
      }),
    );
  }
  const server = createServer((incoming, outgoing) => {
    void answer(incoming).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    });
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address !== null && typeof address === "object") console.log(`port ${address.port}`);
  });
}
