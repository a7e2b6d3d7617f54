import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { openapi } from "../forms/openapi.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(openapi, await getServices(), request, context);

export const config: Config = {
  path: "/api/openapi.json",
  rateLimit: { windowSize: 60, windowLimit: 300, aggregateBy: ["ip", "domain"] },
};
