import { COMMENT_RATE } from "../../src/domain/kernel/limits.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import { publishComment, writeComment } from "../../src/domain/comments/writing.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { invalid } from "../../src/domain/kernel/errors.ts";
import { COMMENT_EDIT_FORM, parseCommentForm } from "../../src/domain/comments/form.ts";
import { err } from "../../src/domain/kernel/errors.ts";
import type { ThreadPage } from "../../src/domain/comments/thread.ts";
import { pageNumber } from "../../src/views/board-filters.ts";
import { commentPath } from "../../src/views/public-view.ts";
import { jsonResponse } from "../http/responses.ts";
import { cachedUntil } from "../http/cache-headers.ts";
import { ruleContext, type Handler } from "./deps.ts";
import { answerForm, signalsOf, type FormEndpoint, type Submission } from "./form-endpoint.ts";
import type { Store } from "../../src/services.ts";
import { PROGRAM, refuseRequest } from "./refuse.ts";
import { recognise } from "./remembered.ts";
import { resource } from "./resource.ts";

const PARAMETERS = ["article", "page", "orden"];

/** The form's name; its preview keeps what was typed under it too. */
export const COMMENT_FORM = "/api/comments";

const comment: FormEndpoint = {
  name: COMMENT_FORM,
  rate: COMMENT_RATE,
  once: true,
  formPage: commentFormPage,

  async decide(form) {
    const { request, deps, fields } = form;
    const parsed = parseCommentForm(fields);
    if (!parsed.ok) return err(invalid(parsed.error));
    const draft = parsed.value;
    const signals = signalsOf(form, suspectTexts(COMMENT_EDIT_FORM, draft), draft.writer);
    const addressId = deps.signer.addressId(draft.writer.email);
    const article = deps.articles.find(draft.article);
    const [parent, { isKnown, address }] = await Promise.all([
      draft.parent === null ? null : deps.store.read("comment", draft.parent),
      recognise(request, draft.writer.email, deps),
    ]);
    return isKnown
      ? publishComment({ draft, article, parent, addressId, address, signals }, ruleContext(deps))
      : writeComment({ draft, article, parent, address: addressId, signals }, ruleContext(deps));
  },

  accepted({ id, state }, { fields }) {
    const body = { id, state };
    if (state === "approved") {
      return { status: 202, body, location: commentPath({ id, article: fields["article"]?.trim() ?? "" }) };
    }
    return {
      status: 202,
      body,
      location: state === "held" ? "/gracias/comentario-en-revision/" : "/gracias/comentario/",
    };
  },
};

/** The page with the whole conversation and the form below it; null where there is no such article. */
export function commentFormPage({ fields, deps }: Pick<Submission, "fields" | "deps">): string | null {
  const article = deps.articles.find(fields["article"]?.trim() ?? "");
  return article === null ? null : `/articulos/${article.slug}/comentarios/#comentar`;
}

const listComments: Handler = async (request, { store, articles, now }) => {
  const query = new URL(request.url).searchParams;
  const article = articles.find(query.get("article") ?? "");
  if (article === null) return refuseRequest("notFound", PROGRAM);
  const order = query.get("orden") === "nuevos" ? "newest" : "oldest";
  const page = pageNumber(query.get("page"));
  const thread = await withWholeBranches(
    await store.thread(article.slug, { order, page }),
    article.slug,
    store,
  );
  // Only who reads comments waits for the Markdown parser.
  const { publicComment } = await import("../../src/views/public-comment.ts");
  const body = {
    comments: flat(thread).map(publicComment),
    total: thread.total,
    page: thread.page,
    pages: thread.pages,
  };
  return jsonResponse(200, body, cachedUntil(Infinity, now(), [`thread:${article.slug}`], PARAMETERS));
};

/** `/api/comments`: the conversation under an article, and joining it. */
export const comments = resource({
  GET: listComments,
  POST: (request, deps) => answerForm(comment, request, deps),
});

/** A page of the site shows the first replies and a link to the rest; a program gets them all. */
async function withWholeBranches(thread: ThreadPage, article: string, store: Store): Promise<ThreadPage> {
  const branches = await Promise.all(
    thread.branches.map(async (branch) => {
      if (branch.hiddenReplies === 0) return [branch];
      const whole = await store.thread(article, { order: "oldest", page: 1, branch: branch.root.id });
      return whole.branches;
    }),
  );
  return { ...thread, branches: branches.flat() };
}

function flat({ branches }: ThreadPage): Comment[] {
  return branches.flatMap(({ root, replies }) => [root, ...replies]);
}
