import { spawn } from "node:child_process";

/** A step that went wrong; its output has been shown already. */
export class StepFailed extends Error {
  /** @param {number} exitCode */
  constructor(exitCode) {
    super(`La orden terminó con el código ${exitCode}.`);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command quietly, saying what it is for and how long it took; what it printed is shown only if it fails.
 * @param {string} title what is being done, in Spanish, such as `Construyo la web`
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what it printed
 */
export async function runStep(title, command, args, options) {
  const startedAt = Date.now();
  console.log(`${title}…`);
  const { code, output } = await collect(command, args, options);
  if (code !== 0) {
    console.error(output);
    console.error(`${title}: no ha salido bien. Lo de arriba dice por qué.`);
    throw new StepFailed(code);
  }
  console.log(`  hecho en ${inWords(Date.now() - startedAt)}`);
  return output;
}

/**
 * Runs a command that talks to the person itself, and hands its signals on.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code
 */
export function runForeground(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    const interrupt = () => {
      // Ctrl + C reaches the child by itself, as it shares the terminal; we only wait for it to finish.
      if (!process.stdin.isTTY) child.kill("SIGINT");
    };
    const terminate = () => child.kill("SIGTERM");
    process.on("SIGINT", interrupt);
    process.on("SIGTERM", terminate);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", terminate);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function collect(command, args, options) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === "win32";
    const child = spawn(command, args, { ...options, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const add = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @param {number} millis */
function inWords(millis) {
  const seconds = millis / 1000;
  if (seconds < 60) return `${seconds.toLocaleString("es-ES", { maximumFractionDigits: 1 })} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
