import type { APIRoute } from "astro";
import { SESSION_COOKIE } from "../../../domain/records/session.ts";
import { commentAsFaqDraft } from "../../../queries/faq-draft.ts";

export const prerender = false;

const PRIVATE = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** "Resuelve": a good answer as a file for `content/faq`, for who moderates. */
export const GET: APIRoute = async ({ params, cookies }) => {
  const headers = { ...PRIVATE, "content-type": "text/plain; charset=utf-8" };
  try {
    const draft = await commentAsFaqDraft(cookies.get(SESSION_COOKIE)?.value, params["id"] ?? "");
    if (draft === null)
      return new Response("Entra a moderar y elige un comentario publicado.\n", { status: 404, headers });
    const file = { "content-disposition": `attachment; filename="${draft.name}"` };
    return new Response(draft.text, {
      headers: { ...headers, ...file, "content-type": "text/markdown; charset=utf-8" },
    });
  } catch {
    const later = { ...headers, "retry-after": "30" };
    return new Response("Ahora no podemos leerlo. Prueba dentro de un momento.\n", {
      status: 503,
      headers: later,
    });
  }
};
