import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dev } from "astro";
import { answerOf } from "../netlify/local/answer.ts";
import { createBackground, createContext } from "../netlify/local/function-context.ts";
import { findFunction, siteFunction, type SiteFunction } from "../netlify/local/functions.ts";
import { mailboxAnswer } from "../netlify/local/mailbox-page.ts";
import { readIncoming, sendAnswer } from "../netlify/local/node-http.ts";
import { EDITOR_PATH } from "../src/urls.ts";
import { createMailbox } from "../src/mail/senders/mailbox.ts";
import { localEditor } from "./editor/local-editor.ts";
import { watchContent } from "./edit/watch-content.ts";
import { loadEnvFile } from "./launch/env-file.mjs";
import { tellFaults, writeManifest } from "./manifest.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FUNCTIONS = join(ROOT, "netlify", "functions");

type Middleware = (message: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The part of Vite's dev server that is used here. */
interface DevServer {
  ssrLoadModule(file: string): Promise<unknown>;
  readonly middlewares: { readonly stack: { route: string; handle: Middleware }[] };
}

function logError(error: unknown): void {
  console.error("Algo ha fallado:", error);
}

/** Serves the functions from their sources, as they stand when they are asked for, and the mailbox. */
function functionsAndMailbox(mailboxFile: string) {
  const background = createBackground(logError);
  const mailbox = createMailbox(mailboxFile);

  async function loadAll(server: DevServer): Promise<SiteFunction[]> {
    const files = readdirSync(FUNCTIONS).filter((file) => file.endsWith(".ts"));
    return Promise.all(
      files.map(async (file) =>
        siteFunction(file.replace(/\.ts$/, ""), await server.ssrLoadModule(join(FUNCTIONS, file))),
      ),
    );
  }

  async function serve(server: DevServer, message: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(message);
    if (!("request" in incoming)) return sendAnswer(message, response, incoming);
    const { request, ip } = incoming;
    const url = new URL(request.url);
    const mails = await mailboxAnswer(request, mailbox, true);
    if (mails) return sendAnswer(message, response, mails);
    const match = findFunction(await loadAll(server), request.method, url.pathname);
    const context = createContext(url, ip, match?.params ?? {}, background);
    const made =
      (await match?.fn.handler(request, context)) ?? new Response("No hay nada aquí.\n", { status: 404 });
    return sendAnswer(message, response, await answerOf(made));
  }

  return {
    name: "makethejobs-functions",
    configureServer(server: DevServer) {
      const handle: Middleware = (message, response, next) => {
        if (!/^\/(api\/|buzon\b)/.test(message.url ?? "")) {
          next();
          return;
        }
        serve(server, message, response).catch((error: unknown) => {
          logError(error);
          response.statusCode = 500;
          response.end();
        });
      };
      // First of all, and put there last: Astro puts in front what refuses addresses without a slash at their end.
      return () => server.middlewares.stack.unshift({ route: "", handle });
    },
  };
}

loadEnvFile(join(ROOT, ".env"));
process.chdir(ROOT);
const port = Number(process.env["PORT"] || "4321");
process.env["SITE_URL"] ||= `http://localhost:${port}`;
// The adapter would start a second copy of the platform in here; the functions above are the real ones.
process.env["NETLIFY_DEV"] = "1";
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
// Whoever writes looks at what isn't published yet.
process.env["SHOW_DRAFTS"] ||= "on";
const data = process.env["DATA_DIR"] || ".data";
// While somebody writes, a text may be half done: its faults are told, and the rest of the site is there to look at.
tellFaults(ROOT);
try {
  writeManifest(ROOT);
} catch {
  console.error(
    "Hay una cabecera que no se puede leer, y sin ella no hay página: corrígela y empieza otra vez.",
  );
  process.exit(1);
}
await dev({
  root: ROOT,
  server: { port, host: process.env["HOST"] || "localhost" },
  // Vite writes its styles into the page as it goes, under no hash: the site's policy would refuse them all.
  security: { csp: false },
  vite: {
    plugins: [functionsAndMailbox(join(data, "mailbox.sqlite")), localEditor(ROOT, process.env["SITE_URL"])],
  },
});
watchContent(ROOT, () => {
  try {
    if (tellFaults(ROOT) === 0) console.log("Los textos no tienen fallos.");
  } catch (error) {
    // A file that went away while it was read: the next save tells.
    logError(error);
  }
});
console.log(`Para escribir sin git: http://localhost:${port}${EDITOR_PATH}`);
console.log(`Los correos que enviaría están en http://localhost:${port}/buzon/`);
