import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sweep } from "../schedule/sweep.ts";
import { watched } from "../schedule/watched.ts";

/** Closes the favours whose time is over. */
export default async (): Promise<Response> => {
  const services = await getServices();
  return Response.json({ closed: await watched("sweep", services, (failed) => sweep(services, failed)) });
};

export const config: Config = { schedule: "*/5 * * * *" };
