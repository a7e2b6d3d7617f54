import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { digests } from "../forms/digests.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(digests, await getServices(), request, context);

/** The platform's limit stands well above ours (`rates.ts`), so that ours answers first, with the text that was typed. */
export const config: Config = {
  path: "/api/digests",
  rateLimit: { windowSize: 60, windowLimit: 120, aggregateBy: ["ip", "domain"] },
};
