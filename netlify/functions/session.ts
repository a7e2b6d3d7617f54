import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { session } from "../forms/session.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(session, await getServices(), request, context);

/** The platform's limit stands well above ours (`rates.ts`), so that ours answers first, with the text that was typed. */
export const config: Config = {
  path: "/api/session",
  rateLimit: { windowSize: 60, windowLimit: 300, aggregateBy: ["ip", "domain"] },
};
