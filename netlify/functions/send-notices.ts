import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sendNotices } from "../schedule/notices.ts";
import { watched } from "../schedule/watched.ts";

/** Mails answers to whoever asked to be told of them. */
export default async (): Promise<Response> => {
  const services = await getServices();
  return Response.json({
    sent: await watched("notices", services, (failed) => sendNotices(services, failed)),
  });
};

export const config: Config = { schedule: "*/5 * * * *" };
