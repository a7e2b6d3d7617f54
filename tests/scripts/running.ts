import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A program that serves the site, and what it has said so far. */
export interface Running {
  readonly process: ChildProcess;
  /** The address it printed. */
  readonly origin: string;
  output(): string;
  /** Ends it with this signal and waits; its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a program and waits until it prints where the site is. Rejects with its output if it ends before that. */
export async function startProgram(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Running> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  // A test that ran out of time leaves nobody behind.
  const leave = (): void => {
    child.kill("SIGTERM");
  };
  process.once("exit", leave);
  child.once("exit", () => process.off("exit", leave));
  let output = "";
  const exited = once(child, "exit");
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, address] = /La web está en (http:\/\/[^/\s]+)\//.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => setImmediate(() => reject(new Error(output))));
  });
  return {
    process: child,
    origin,
    output: () => output,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
