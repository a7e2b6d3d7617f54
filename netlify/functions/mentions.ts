import type { Config } from "@netlify/functions";
import { getServices } from "../../src/services.ts";
import { NETWORK } from "../outside/network.ts";
import { readMentions } from "../schedule/mentions.ts";

/** Reads the pages of other sites that said they link here. */
export default async (): Promise<Response> =>
  Response.json({ read: await readMentions(await getServices(), NETWORK) });

export const config: Config = { schedule: "*/5 * * * *" };
