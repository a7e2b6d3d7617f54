import { jsonResponse } from "../http/responses.ts";
import type { Handler } from "./deps.ts";
import { resource } from "./resource.ts";

const checkHealth: Handler = async (_request, { store, config }) => {
  const { ok, kind, reason } = await store.health();
  const body = { ok, store: kind, mail: config.mail, version: config.version };
  return jsonResponse(ok ? 200 : 503, reason === undefined ? body : { ...body, reason });
};

/** `/api/health`: whether the store answers, and which parts are in use. */
export const health = resource({ GET: checkHealth });
