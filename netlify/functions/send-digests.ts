import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sendDigests } from "../schedule/digests.ts";
import { watched } from "../schedule/watched.ts";

/** Mails the new favours to whoever asked for them. */
export default async (): Promise<Response> => {
  const services = await getServices();
  return Response.json({
    sent: await watched("digests", services, (failed) => sendDigests(services, { failed })),
  });
};

export const config: Config = { schedule: "*/5 * * * *" };
