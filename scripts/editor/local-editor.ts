import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize } from "node:path";
import { contentTypeOf } from "../../netlify/local/content-types.ts";
import { EDITOR_PATH } from "../../src/urls.ts";
import { buildEditor, LOCAL } from "./build-editor.ts";
import { EDITOR_HEADERS } from "./page.ts";

type Handle = (message: IncomingMessage, response: ServerResponse, next: () => void) => void;
/** The part of Vite's dev server that is used here. */
interface DevServer {
  readonly middlewares: { readonly stack: { route: string; handle: Handle }[] };
}

/** The web editor while one writes: on the folder of this computer, without an account. Built when it is first asked for. */
export function localEditor(root: string, siteUrl: string) {
  const folder = join(root, ".cache", "editor");
  let built: Promise<void> | undefined;

  async function answer(path: string, response: ServerResponse): Promise<void> {
    await (built ??= buildEditor(folder, LOCAL, siteUrl));
    // Normalized from the root, no path leads out of the folder.
    const file = join(folder, normalize(`/${path || "index.html"}`));
    const bytes = await readFile(file).catch(() => null);
    response
      .writeHead(bytes ? 200 : 404, { ...EDITOR_HEADERS, "content-type": contentTypeOf(file) })
      .end(bytes ?? "");
  }

  const handle: Handle = (message, response, next) => {
    const [path = ""] = (message.url ?? "").split("?");
    if (!path.startsWith(EDITOR_PATH)) {
      next();
      return;
    }
    answer(decodeURI(path.slice(EDITOR_PATH.length)), response).catch((error: unknown) => {
      console.error("El editor no se ha podido construir:", error);
      response.writeHead(500).end();
    });
  };
  return {
    name: "makethejobs-editor",
    // First of all: Astro answers whatever comes by.
    configureServer: (server: DevServer) => () => server.middlewares.stack.unshift({ route: "", handle }),
  };
}
