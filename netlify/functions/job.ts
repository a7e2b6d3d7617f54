import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { job } from "../forms/job.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(job, await getServices(), request, context);

export const config: Config = {
  path: "/api/jobs/:id",
  rateLimit: { windowSize: 60, windowLimit: 600, aggregateBy: ["ip", "domain"] },
};
