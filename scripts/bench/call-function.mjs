// Run in a fresh process by `functions.ts`: prints how long a packed function took from nothing to its first answer, in ms.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {(request: Request, context: object) => Promise<Response>} Handler */

const [folder = "", file = "", path = "/", body = ""] = process.argv.slice(2);
// The platform's start code looks for this; it is not called here.
Reflect.set(globalThis, "awslambda", { streamifyResponse: (/** @type {unknown} */ handler) => handler });

const startedAt = performance.now();
await import(pathToFileURL(join(folder, "___netlify-entry-point.mjs")).href);
/** @type {unknown} */
const loaded = await import(pathToFileURL(join(folder, file)).href);
if (!hasHandler(loaded)) throw new Error(`${file} is no function`);
const request = new Request(`https://www.makethejobs.com${path}`, {
  method: body === "" ? "GET" : "POST",
  ...(body === "" ? {} : { body, headers: { "content-type": "application/json" } }),
});
const id = path.split("/")[3] ?? "";
const context = { ip: "203.0.113.7", params: { id, token: id }, requestId: "1", waitUntil: () => undefined };
const response = await loaded.default(request, context);
const text = await response.text();
const taken = performance.now() - startedAt;
if (response.status >= 500) {
  console.error(response.status, text);
  process.exit(1);
}
console.log(taken);
process.exit(0);

/**
 * @param {unknown} value
 * @returns {value is { default: Handler }}
 */
function hasHandler(value) {
  return (
    typeof value === "object" && value !== null && "default" in value && typeof value.default === "function"
  );
}
