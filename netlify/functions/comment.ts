import type { Config, Context } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { serve } from "../forms/deps.ts";
import { ownComment } from "../forms/own-comment.ts";

export default async (request: Request, context: Context): Promise<Response> =>
  serve(ownComment, await getServices(), request, context);

/** The preview lies at an address of the same shape. */
export const config: Config = {
  path: "/api/comments/:id",
  excludedPath: "/api/comments/preview",
  rateLimit: { windowSize: 60, windowLimit: 300, aggregateBy: ["ip", "domain"] },
};
