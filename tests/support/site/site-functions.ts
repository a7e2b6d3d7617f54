import { AsyncLocalStorage } from "node:async_hooks";
import { readdirSync } from "node:fs";
import { vi } from "vitest";
import { createBackground, createContext } from "../../../netlify/local/function-context.ts";
import { findFunction, siteFunction, type SiteFunction } from "../../../netlify/local/functions.ts";
import type { Services } from "../../../src/services.ts";

const FOLDER = new URL("../../../netlify/functions/", import.meta.url);

/** A function makes its services once for each process; here each request brings those of its site. */
const { current } = vi.hoisted(() => ({ current: { services: null as AsyncLocalStorage<Services> | null } }));
vi.mock(import("../../../src/services.ts"), async (original) => ({
  ...(await original()),
  getServices: () => {
    const services = current.services?.getStore();
    return services ? Promise.resolve(services) : Promise.reject(new Error("no test site asked"));
  },
}));
current.services = new AsyncLocalStorage();

let loading: Promise<SiteFunction[]> | null = null;

/** Every function as it stands in `netlify/functions`, with the path and the methods that it declares. */
function loadFunctions(): Promise<SiteFunction[]> {
  loading ??= Promise.all(
    readdirSync(FOLDER).map(async (file) =>
      siteFunction(file.replace(/\.ts$/, ""), await import(new URL(file, FOLDER).href)),
    ),
  );
  return loading;
}

/** What the function at this path answers, once the work behind its answer is done, too. */
export async function callFunction(services: Services, request: Request, ip: string): Promise<Response> {
  const url = new URL(request.url);
  const found = findFunction(await loadFunctions(), request.method, url.pathname);
  if (!found) throw new Error(`no function takes ${request.method} ${url.pathname}`);
  const background = createBackground((error) => {
    throw error;
  });
  const context = createContext(url, ip, found.params, background);
  const answer = await current.services?.run(services, () => found.fn.handler(request, context));
  await background.settled();
  if (!answer) throw new Error(`${found.fn.name} leaves ${url.pathname} to somebody else`);
  return answer;
}
