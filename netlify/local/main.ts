import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../../src/config.ts";
import { createMailbox } from "../../src/mail/senders/mailbox.ts";
import { reportFailure } from "../http/report.ts";
import { startHost, type Host } from "./host.ts";
import { isLoopbackHost } from "./loopback.ts";

/** How long a graceful stop may take before the process leaves anyway. */
const STOP_TIMEOUT_MS = 10_000;

const { values: options } = parseArgs({
  options: {
    root: { type: "string", default: process.cwd() },
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "4321" },
    data: { type: "string", default: ".data" },
  },
});

/** Tokens travel in paths and messages quote what was typed: only the kind of a failure and its place are printed. */
function logError(error: unknown): void {
  reportFailure("local", error);
}

function stopOnSignal(host: Host): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log("\nCerrando…");
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    host.stop().then(() => process.exit(0), logError);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function whereMailsGo(mail: string, origin: string): string {
  if (mail !== "mailbox") return "Los correos salen con Resend.";
  return isLoopbackHost(options.host)
    ? `Los correos que enviaría están en ${origin}/buzon/`
    : "Los correos se guardan en este ordenador; el buzón solo se abre con --host 127.0.0.1.";
}

async function main(): Promise<void> {
  const root = resolve(options.root);
  const data = resolve(root, options.data);
  // `services.ts` of every function reads these; a function is loaded only after the address is known.
  process.env["DATA_DIR"] = data;
  const { mail, limits, clockOffset } = readConfig(process.env);
  if (clockOffset !== 0 && !isLoopbackHost(options.host)) {
    console.error("CLOCK_OFFSET solo vale si la web no se ve desde fuera: quítala o usa --host 127.0.0.1.");
    process.exit(2);
  }
  const host = await startHost({
    root,
    hostname: options.host,
    port: Number(options.port),
    platformLimits: limits,
    onListening: (origin) => {
      process.env["SITE_URL"] ||= origin;
    },
    openMailbox: () =>
      Promise.resolve(mail === "mailbox" ? createMailbox(join(data, "mailbox.sqlite")) : null),
    logError,
  });
  stopOnSignal(host);
  console.log(`La web está en ${host.origin}/`);
  console.log(whereMailsGo(mail, host.origin));
  if (clockOffset !== 0)
    console.log(`Para la web son las ${new Date(Date.now() + clockOffset).toISOString()}.`);
  console.log("Para cerrarla, pulsa Ctrl + C.");
}

main().catch((error: unknown) => {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    console.error(
      `El puerto ${options.port} ya está ocupado. Cierra lo que lo usa o elige otro: npm start -- --port 8080`,
    );
  } else {
    // Nobody has been served yet: what keeps the site from starting is told in full.
    console.error("Algo ha fallado:", error);
  }
  process.exit(1);
});
