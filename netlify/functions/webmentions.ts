import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { webmentions } from "../forms/webmentions.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(webmentions, await getServices(), request, context);

/** The platform's limit stands well above ours (`rates.ts`), so that ours answers first. */
export const config: Config = {
  path: "/api/webmentions",
  rateLimit: { windowSize: 60, windowLimit: 240, aggregateBy: ["ip", "domain"] },
};
