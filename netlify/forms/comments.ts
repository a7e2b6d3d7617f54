import { API, THANKS, commentFormPath, ownCommentPath, thanksWith } from "../../src/urls.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import { publishComment, writeComment } from "../../src/domain/comments/writing.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import type { ArticleOfThread } from "../../src/domain/comments/states.ts";
import { COMMENT_EDIT_FORM, parseCommentForm, type CommentDraft } from "../../src/domain/comments/form.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { COMMENT_RATE } from "../../src/domain/kernel/request-limits.ts";
import type { ThreadPage } from "../../src/domain/comments/thread.ts";
import { pageNumber } from "../../src/views/board-filters.ts";
import { jsonResponse } from "../http/responses.ts";
import { cachedUntil } from "../http/cache-headers.ts";
import type { Deps, Handler } from "./deps.ts";
import type { SentForm, FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { PROGRAM, refuseRequest } from "./refuse.ts";
import { recognise, type Recognised } from "./remembered.ts";
import { resource } from "./resource.ts";

const PARAMETERS = ["article", "page", "orden"];

/** The form's name; its preview keeps what was typed under it too. */

interface Found extends Recognised {
  /** Null: no such article. */
  readonly article: ArticleOfThread | null;
  /** The comment that is answered. */
  readonly parent: Comment | null;
}

const comment: FormEndpoint<CommentDraft, Found> = {
  name: () => API.comments,
  rate: COMMENT_RATE,
  once: true,
  formPage: commentFormPage,

  parse: ({ fields }) => orInvalid(parseCommentForm(fields)),

  texts: textsOf,

  letterTo: ({ writer }) => writer.email,

  async read({ article, parent, writer }, { request, deps }) {
    const [answered, recognised] = await Promise.all([
      parent === null ? null : deps.store.read("comment", parent),
      recognise(request, writer.email, deps),
    ]);
    return { article: deps.articles.find(article), parent: answered, ...recognised };
  },

  decide(draft, { article, parent, id, isKnown, address, trust }, context) {
    const signals = context.assess(textsOf(draft), draft.writer);
    const known = { ...context, trust };
    return isKnown
      ? publishComment({ draft, article, parent, addressId: id, address, signals }, known)
      : writeComment({ draft, article, parent, address: id, signals }, known);
  },

  accepted({ id, state, receipt }, { fields, deps }, found) {
    const body = { id, state, editKey: deps.signer.editKey(id) };
    if (state !== "unconfirmed") {
      const { article = "", parent = "" } = fields;
      const answered = found?.parent;
      // What waits is in no branch of its own yet.
      const own = state === "approved" && parent.trim() === "" ? id : null;
      const branch = answered ? (answered.root ?? answered.id) : own;
      return { status: 202, body, location: ownCommentPath(article.trim(), id, branch) };
    }
    return { status: 202, body, location: thanksWith(THANKS.comment, receipt) };
  },
};

function textsOf(draft: CommentDraft): string[] {
  return suspectTexts(COMMENT_EDIT_FORM, draft);
}

/** The page with the whole conversation and the form below it; null where there is no such article. */
export function commentFormPage({ fields, deps }: Pick<SentForm, "fields" | "deps">): string | null {
  const article = deps.articles.find(fields["article"]?.trim() ?? "");
  return article === null ? null : commentFormPath(article.slug);
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
  POST: receive(comment),
});

/** A page of the site shows the first replies and a link to the rest; a program gets them all. */
async function withWholeBranches(
  thread: ThreadPage,
  article: string,
  store: Deps["store"],
): Promise<ThreadPage> {
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
