import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { publishDue } from "../schedule/publish.ts";
import { watched } from "../schedule/watched.ts";

/** Asks for a build when the day of a text has come. Days begin in Spain, where it is midnight at a whole hour of the clock. */
export default async (): Promise<Response> => {
  const services = await getServices();
  const run = watched(
    "publish",
    services,
    () => publishDue(services),
    (asked) => asked,
  );
  return Response.json({ asked: await run });
};

export const config: Config = { schedule: "2 * * * *" };
