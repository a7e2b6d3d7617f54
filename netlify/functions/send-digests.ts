import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { sendDigests } from "../schedule/digests.ts";

/** Mails the new favours to whoever asked for them. */
export default async (): Promise<Response> => Response.json({ sent: await sendDigests(await getServices()) });

export const config: Config = { schedule: "*/5 * * * *" };
