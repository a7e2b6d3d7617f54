import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { health } from "../forms/health.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(health, await getServices(), request, context);

export const config: Config = {
  path: "/api/health",
  rateLimit: { windowSize: 60, windowLimit: 300, aggregateBy: ["ip", "domain"] },
};
