import { existsSync, readdirSync } from "node:fs";
import { basename, join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import type { FunctionContext } from "./function-context.ts";
import { parseRoute, type Route } from "./function-routes.ts";

export type FunctionHandler = (request: Request, context: FunctionContext) => Promise<Response | undefined>;

const RateLimit = z.object({ windowLimit: z.int(), windowSize: z.int() });
export type RateLimit = z.infer<typeof RateLimit>;

const FunctionConfig = z.object({
  path: z.optional(z.union([z.string(), z.array(z.string())])),
  method: z.optional(z.union([z.string(), z.array(z.string())])),
  schedule: z.optional(z.string()),
  rateLimit: z.optional(RateLimit),
});
type FunctionConfig = z.infer<typeof FunctionConfig>;

/** The part of a function's module that Netlify reads too. */
const FunctionModule = z.object({
  default: z.custom<FunctionHandler>((value) => typeof value === "function"),
  config: z.optional(FunctionConfig),
});

export interface SiteFunction {
  readonly name: string;
  readonly handler: FunctionHandler;
  readonly routes: readonly Route[];
  /** Empty: every method. */
  readonly methods: readonly string[];
  readonly rateLimit: RateLimit | null;
  readonly scheduled: boolean;
}

export interface FunctionMatch {
  readonly fn: SiteFunction;
  readonly params: Record<string, string>;
}

/**
 * Every bundled function of the folder that the deploy takes too. Those whose configuration the build wrote beside the folder are loaded
 * when they are first asked, the others now.
 */
export async function loadFunctions(folder: string): Promise<SiteFunction[]> {
  if (!existsSync(folder)) return [];
  const configs = await configsBeside(folder);
  const files = readdirSync(folder).filter((file) => file.endsWith(".mjs"));
  return Promise.all(
    files.sort().map(async (file) => {
      const config = configs[parse(file).name];
      return config ? functionInWaiting(join(folder, file), config) : loadFunction(join(folder, file));
    }),
  );
}

async function configsBeside(folder: string): Promise<Record<string, FunctionConfig>> {
  const file = `${folder}.mjs`;
  if (!existsSync(file)) return {};
  const configs: unknown = await import(pathToFileURL(file).href);
  return z.record(z.string(), FunctionConfig).parse({ ...z.looseObject({}).parse(configs) });
}

function functionInWaiting(file: string, config: FunctionConfig): SiteFunction {
  let loading: Promise<SiteFunction> | null = null;
  async function handler(request: Request, context: FunctionContext): Promise<Response | undefined> {
    loading ??= loadFunction(file);
    return (await loading).handler(request, context);
  }
  return configured(parse(file).name, handler, config);
}

export async function loadFunction(file: string): Promise<SiteFunction> {
  const loaded: unknown = await import(pathToFileURL(file).href);
  return siteFunction(basename(file).replace(/\.\w+$/, ""), loaded);
}

export function siteFunction(name: string, loaded: unknown): SiteFunction {
  // A module namespace has no prototype; the schema wants a plain object.
  const parsed = FunctionModule.safeParse({ ...z.looseObject({}).parse(loaded) });
  if (!parsed.success) {
    throw new Error(`La función ${name} no tiene la forma que Netlify espera.`, { cause: parsed.error });
  }
  return configured(name, parsed.data.default, parsed.data.config);
}

function configured(
  name: string,
  handler: FunctionHandler,
  config: FunctionConfig | undefined,
): SiteFunction {
  return {
    name,
    handler,
    routes: listOf(config?.path).map(parseRoute),
    methods: listOf(config?.method),
    rateLimit: config?.rateLimit ?? null,
    scheduled: config?.schedule !== undefined,
  };
}

/** The function that answers this request; with several, the one whose path says most. */
export function findFunction(
  functions: readonly SiteFunction[],
  method: string,
  pathname: string,
): FunctionMatch | null {
  let best: (FunctionMatch & { weight: number }) | null = null;
  for (const fn of functions) {
    if (fn.methods.length > 0 && !fn.methods.includes(method === "HEAD" ? "GET" : method)) continue;
    for (const route of fn.routes) {
      const params = route.match(pathname);
      if (params && route.weight > (best?.weight ?? -1)) best = { fn, params, weight: route.weight };
    }
  }
  return best;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
