import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { forgetBrowser } from "../forms/forget-browser.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(forgetBrowser, await getServices(), request, context);

/** The platform's limit stands well above ours (`rates.ts`), so that ours answers first, with the text that was typed. */
export const config: Config = {
  path: "/api/browser/forget",
  rateLimit: { windowSize: 60, windowLimit: 240, aggregateBy: ["ip", "domain"] },
};
