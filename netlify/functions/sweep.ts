import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sweep } from "../schedule/sweep.ts";

/** Does what the calendar does to favours and offers. */
export default async (): Promise<Response> => Response.json({ changed: await sweep(await getServices()) });

export const config: Config = { schedule: "*/5 * * * *" };
