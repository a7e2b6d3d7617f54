import { commentApi, correctCommentPath, ownCommentPath, THANKS, threadPath } from "../../src/urls.ts";
import { COMMENT_EDIT_FORM } from "../../src/domain/comments/form.ts";
import {
  changeOwnComment,
  parseOwnComment,
  type FoundOwn,
  type OwnCommentDraft,
} from "../../src/domain/comments/own.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { OWN_COMMENT_RATE } from "../../src/domain/kernel/request-limits.ts";
import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import type { SentForm, FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { recognise, rememberedBy } from "./remembered.ts";
import { resource } from "./resource.ts";

const change: FormEndpoint<OwnCommentDraft, FoundOwn> = {
  name: (form) => commentApi(idOf(form)),
  rate: OWN_COMMENT_RATE,
  once: false,

  // Only a remembered browser has a page with this form. What else is refused is shown with what was typed.
  async formPage(form, found) {
    const { comment, by } = found ?? (await find("", form));
    return comment && by === "cookie" ? correctCommentPath(comment.article, comment.id, "corregir") : null;
  },

  parse: ({ fields }) => orInvalid(parseOwnComment(fields)),

  read: ({ editKey }, form) => find(editKey, form),

  decide(draft, found, context) {
    const texts = suspectTexts(COMMENT_EDIT_FORM, draft);
    const signals = context.assess(texts, found.comment?.writer ?? null);
    return changeOwnComment({ ...draft, signals }, found, context);
  },

  accepted: ({ id, state, alreadyDone }, _, found) => ({
    status: 200,
    body: alreadyDone ? { id, state, alreadyDone } : { id, state },
    location: pageAfter(state, found?.comment ?? null),
  }),
};

async function find(editKey: string, form: SentForm): Promise<FoundOwn> {
  const { store, articles } = form.deps;
  const id = idOf(form);
  const comment = ID_PATTERN.test(id) ? await store.read("comment", id) : null;
  const slug = comment?.article ?? "";
  return {
    comment,
    by: await writerOf(editKey, comment, form),
    article: articles.find(slug) ?? { slug, title: slug },
  };
}

function idOf({ params }: SentForm): string {
  return params["id"] ?? "";
}

/** How this browser shows that it wrote the comment. A cookie proves the address, so it goes before the key. */
async function writerOf(editKey: string, comment: Comment | null, form: SentForm): Promise<FoundOwn["by"]> {
  const { request, deps } = form;
  const email = comment?.writer.email ?? "";
  const isAsked = email !== "" && rememberedBy(request) !== null;
  if (isAsked && (await recognise(request, email, deps)).isKnown) return "cookie";
  return deps.signer.isEditKey(editKey, idOf(form)) ? "key" : null;
}

function pageAfter(state: string, comment: Comment | null): string {
  if (comment === null) return THANKS.comment;
  const { article, id, root } = comment;
  if (state === "deleted") return threadPath(article);
  // What waits is in no branch of its own yet.
  return ownCommentPath(article, id, root ?? (state === "approved" ? id : null));
}

/** `/api/comments/:id`: the browser that wrote a comment changes it, or takes it away. */
export const ownComment = resource({ POST: receive(change) });
