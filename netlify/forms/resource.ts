import { withValidator } from "../../src/validator.ts";
import { isSameOrigin } from "../http/origin.ts";
import { withSecurityHeaders } from "../http/security-headers.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { Deps, Handler, Params } from "./deps.ts";
import { PROGRAM, refuseRequest } from "./refuse.ts";
import { isStoreDown, reportFailure } from "../http/report.ts";

/** A URL and what it does by method. A GET never changes anything, and HEAD is a GET without its body. */
export function resource(answers: { readonly GET?: Handler; readonly POST?: Handler }): Handler {
  const allow = [...(answers.GET ? ["GET", "HEAD"] : []), ...(answers.POST ? ["POST"] : [])].join(", ");

  async function answer(request: Request, deps: Deps, params: Params): Promise<Response> {
    const isPost = request.method === "POST";
    const isGet = request.method === "GET" || request.method === "HEAD";
    const handler = isPost ? answers.POST : isGet ? answers.GET : undefined;
    const audience = isPost ? { json: wantsJson(request), typed: {} } : PROGRAM;
    if (handler === undefined) return refuseRequest("methodNotAllowed", audience, { allow });
    if (isPost && !isSameOrigin(request, deps.config.siteUrl)) return refuseRequest("wrongOrigin", audience);
    try {
      return await handler(request, deps, params);
    } catch (error) {
      reportFailure(request.method, error);
      return refuseRequest(isStoreDown(error) ? "storeDown" : "internal", audience);
    }
  }

  return async (request, deps, params) => {
    const response = await withValidator(request, await answer(request, deps, params));
    const shown = request.method === "HEAD" ? new Response(null, response) : response;
    return withSecurityHeaders(shown);
  };
}
