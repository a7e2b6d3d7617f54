import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { retry } from "../schedule/retry.ts";

/** Sends the mails that could not leave before and purges what could not be purged. */
export default async (): Promise<Response> => Response.json(await retry(await getServices()));

export const config: Config = { schedule: "* * * * *" };
