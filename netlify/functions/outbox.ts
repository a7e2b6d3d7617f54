import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { retry } from "../schedule/retry.ts";
import { watched } from "../schedule/watched.ts";

/** Sends the mails that could not leave before and purges what could not be purged. */
export default async (): Promise<Response> => {
  const services = await getServices();
  // Most runs find nothing to send: only a letter that left shows that letters leave.
  const sendAgain = watched(
    "outbox",
    services,
    (failed) => retry(services, failed),
    ({ mails }) => mails > 0,
  );
  return Response.json(await sendAgain);
};

export const config: Config = { schedule: "* * * * *" };
