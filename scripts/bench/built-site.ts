import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillWithExamples } from "../examples.ts";
import { buildServices, type Services } from "../../src/services.ts";

/** The built site, served by the real local host in a process of its own, with the examples and no limits. */
export interface BuiltSite {
  readonly origin: string;
  readonly services: Services;
  /** The seconds of processor that its process has taken; null where no /proc tells. */
  cpuSeconds(): number | null;
  stop(): Promise<void>;
}

/** Whoever moderates the site that is measured. */
export const MODERATOR = "moderadora@example.org";

export function requireBuild(root: string): void {
  if (existsSync(join(root, "dist")) && existsSync(join(root, "build", "functions"))) return;
  throw new Error("La web no está construida. Primero: npm run build");
}

export async function startBuiltSite(root: string): Promise<BuiltSite> {
  requireBuild(root);
  const data = mkdtempSync(join(tmpdir(), "makethejobs-bench-"));
  const services = await buildServices({ DATA_DIR: data });
  await fillWithExamples(join(root, "content", "examples"), services);
  const args = [
    "--disable-warning=ExperimentalWarning",
    "netlify/local/main.ts",
    "--port",
    "0",
    "--data",
    data,
  ];
  const env = { PATH: process.env["PATH"], LIMITS: "off", MODERATOR_EMAILS: MODERATOR };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const origin = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const [, address] = /(http:\/\/[\d.]+:\d+)\//.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error("La web no ha arrancado.")));
  });
  return {
    origin,
    services,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    async stop() {
      child.kill("SIGTERM");
      await exited;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Linux counts in hundredths, whatever the machine. */
const TICKS_A_SECOND = 100;

function cpuSecondsOf(pid: number | undefined): number | null {
  const file = `/proc/${String(pid)}/stat`;
  if (!existsSync(file)) return null;
  // After the name in brackets, which may have blanks: the fields from the third on, of which user and system time are 14 and 15.
  const fields = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
