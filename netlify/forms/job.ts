import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import { visibility } from "../../src/domain/favours/job-states.ts";
import { publicJob } from "../../src/views/public-view.ts";
import { jsonResponse } from "../http/responses.ts";
import { cachedUntil, soonestExpiry } from "../http/cache-headers.ts";
import type { Handler } from "./deps.ts";
import { PROGRAM, refuseRequest } from "./refuse.ts";
import { resource } from "./resource.ts";

const showFavour: Handler = async (_request, { store, now }, { id = "" }) => {
  const found = ID_PATTERN.test(id) ? await store.jobWithOffers(id) : null;
  const seen = found === null ? "notPublic" : visibility(found.job);
  if (found === null || seen === "notPublic") return refuseRequest("notFound", PROGRAM);
  if (seen === "erased") return refuseRequest("gone", PROGRAM);
  const time = now();
  const headers = cachedUntil(soonestExpiry([found.job]), time, [`job:${id}`], []);
  return jsonResponse(200, publicJob(found, time), headers);
};

/** `/api/jobs/:id`: one favour as everybody may see it. */
export const job = resource({ GET: showFavour });
