import { bodyFormat } from "./body.ts";

/** Whether a program is asking, which gets JSON; a form in a browser gets redirects and pages. */
export function wantsJson(request: Request): boolean {
  const format = bodyFormat(request);
  if (format === "json") return true;
  const accept = (request.headers.get("accept") ?? "").toLowerCase();
  if (accept.includes("text/html")) return false;
  return accept.includes("application/json") || format === null;
}
