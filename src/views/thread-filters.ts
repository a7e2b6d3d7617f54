import { threadPath } from "../urls.ts";
import { ID_PATTERN } from "../domain/kernel/shapes.ts";
import type { ThreadQuery } from "../domain/comments/thread.ts";
import { pageNumber } from "./board-filters.ts";

/** Query parameters of a thread's page that change what it shows; a cache has to tell them apart. */
export const THREAD_PARAMS = [
  "pagina",
  "orden",
  "rama",
  "responder",
  "fragment",
  "formulario",
  "vista",
  "propio",
  "corregir",
] as const;

/** The part of a thread that an address asks for; values nobody knows count as not given. */
export function threadQuery(params: URLSearchParams): ThreadQuery {
  return {
    order: params.get("orden") === "nuevos" ? "newest" : "oldest",
    page: pageNumber(params.get("pagina")),
    branch: idOf(params.get("rama")) ?? undefined,
  };
}

/** The comment that somebody wants to answer (`?responder=`), if it has the shape of one. */
export function replyTarget(params: URLSearchParams): string | null {
  return idOf(params.get("responder"));
}

/** The comment that its remembered writer is shown as their own (`?propio=`), if it has the shape of one. */
export function ownTarget(params: URLSearchParams): string | null {
  return idOf(params.get("propio"));
}

/** The comment that somebody wants to correct (`?corregir=`); null where none has that shape, undefined where none is named. */
export function correctTarget(params: URLSearchParams): string | null | undefined {
  const named = params.get("corregir");
  return named === null ? undefined : idOf(named);
}

/** Address of a part of a thread: the same part always has the same one. */
export function threadHref(article: string, { order, page, branch }: ThreadQuery): string {
  const params = new URLSearchParams();
  if (branch !== undefined) params.set("rama", branch);
  if (order === "newest") params.set("orden", "nuevos");
  if (page > 1) params.set("pagina", String(page));
  const path = threadPath(article);
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

function idOf(text: string | null): string | null {
  return text !== null && ID_PATTERN.test(text) ? text : null;
}
