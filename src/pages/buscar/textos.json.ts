import type { APIRoute } from "astro";
import { textResponse } from "../_text-response.ts";
import { findablePages, textsOf } from "./_findable.ts";

export const GET: APIRoute = async () =>
  textResponse(JSON.stringify(textsOf(await findablePages())), "application/json");
