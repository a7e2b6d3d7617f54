import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sweep } from "../schedule/sweep.ts";
import { watched } from "../schedule/watched.ts";

/** Does what the calendar does to favours and offers. */
export default async (): Promise<Response> => {
  const services = await getServices();
  return Response.json({
    changed: await watched("sweep", services, (failed) => sweep(services, { failed })),
  });
};

export const config: Config = { schedule: "*/5 * * * *" };
