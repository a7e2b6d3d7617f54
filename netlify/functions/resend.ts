import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { mailNews } from "../forms/mail-news.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(mailNews, await getServices(), request, context);

/** The mail service tells much at once when many letters come back. */
export const config: Config = {
  path: "/api/resend",
  rateLimit: { windowSize: 60, windowLimit: 600, aggregateBy: ["ip", "domain"] },
};
