// Run in a fresh process: prints which files a function loads until its first answer, and their bytes, as JSON; the largest first.
import { statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @typedef {(request: Request, context: object) => Promise<Response>} Handler */

const [file = "", path = "/"] = process.argv.slice(2);
/** @type {Map<string, number>} */
const loaded = new Map();
registerHooks({
  load(url, context, next) {
    if (url.startsWith("file:")) loaded.set(fileURLToPath(url), statSync(fileURLToPath(url)).size);
    return next(url, context);
  },
});
/** @type {unknown} */
const loadedModule = await import(pathToFileURL(file).href);
const { default: handler } = /** @type {{ default: Handler }} */ (loadedModule);
const context = { ip: "203.0.113.7", params: {}, requestId: "1", waitUntil: () => undefined };
const response = await handler(new Request(`https://www.makethejobs.com${path}`), context);
await response.text();
const files = [...loaded].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
console.log(JSON.stringify({ status: response.status, files }));
process.exit(0);
