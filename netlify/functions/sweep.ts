import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sweep } from "../schedule/sweep.ts";

/** Closes the favours whose time is over. */
export default async (): Promise<Response> => Response.json({ closed: await sweep(await getServices()) });

export const config: Config = { schedule: "*/5 * * * *" };
