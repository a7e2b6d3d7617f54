import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { myData } from "../forms/my-data.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(myData, await getServices(), request, context);

/** The platform's limit stands well above ours (`rates.ts`), so that ours answers first, with the text that was typed. */
export const config: Config = {
  path: "/api/my-data",
  rateLimit: { windowSize: 60, windowLimit: 240, aggregateBy: ["ip", "domain"] },
};
