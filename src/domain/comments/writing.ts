import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Address } from "../records/address.ts";
import { newAddress } from "../records/changes.ts";
import { commentChange } from "./changes.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { commenterMail, type MailArticle } from "./mails.ts";
import { COMMENT_TRANSITIONS, isPublicComment, threadTags, type ArticleOfThread } from "./states.ts";
import {
  type Change,
  type Guard,
  alreadyDone,
  decided,
  type Context,
  type Decided,
} from "../records/decision.ts";
import { fail, invalid, type DomainError, err, ok, type Result } from "../kernel/errors.ts";
import { UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { isAmong } from "../people/person.ts";
import {
  confirmLink,
  manageLink,
  type NewLink,
  newReceipt,
  ownerOf,
  toldBlock,
} from "../records/new-links.ts";
import type { CommentDraft } from "./form.ts";
import { shouldHold } from "../suspicion/signals.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { HOUR } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";

interface CommentRequest {
  readonly draft: CommentDraft;
  /** Null: no such article. */
  readonly article: ArticleOfThread | null;
  /** The comment that `draft.parent` names; null when there is none. */
  readonly parent: Comment | null;
  readonly signals: readonly string[];
}

/**
 * Somebody comments: nobody sees it until the link in the mail confirms it. Errors: `articleNotFound`, `commentsClosed`,
 * and `invalid` with `parent` when that comment is not public in this thread.
 */
export function writeComment(
  request: CommentRequest & { readonly address: string },
  context: Context,
): Decided<CommentState> {
  const { newId, now } = context;
  const place = placeOf(request);
  if (!place.ok) return place;
  const { article, root } = place.value;
  const { address } = request;
  const comment = newComment(request, address, root, context);
  const object = { kind: "comment", id: comment.id, address, ...ownerOf(context.trust) } as const;
  const link = confirmLink(object, newId, now);
  const receipt = newReceipt(object, link, newId, now);
  return decided(comment.id, comment.state, {
    changes: [
      { kind: "comment", before: null, after: comment, forgetAt: now + UNCONFIRMED_TTL_HOURS * HOUR },
      link.change,
      receipt.change,
    ],
    mails: [confirmCommentMail(comment, article, link)],
    receipt: receipt.id,
  });
}

/** To who comments: the link that confirms it. */
export function confirmCommentMail(
  comment: Comment,
  { slug, title }: MailArticle,
  { ref, expiresAt }: Pick<NewLink, "ref" | "expiresAt">,
): MailEvent {
  return {
    id: mailId("confirmComment", comment),
    name: "confirmComment",
    to: comment.writer.email,
    data: { link: ref, article: { slug, title } },
    goodUntil: expiresAt,
  };
}

/** The commenter's confirming POST: approved, or held if it is the first of the address or suspicious. Errors: `commentChanged`. */
export function confirmComment(
  input: Pick<Shown, "version"> & {
    readonly comment: Comment;
    readonly address: Address | null;
    readonly article: ArticleOfThread;
  },
  context: Context,
): Decided<CommentState> {
  const { comment, address, article } = input;
  if (!allows(COMMENT_TRANSITIONS, comment.state, "confirm", "writer")) {
    return alreadyDone(comment.id, comment.state);
  }
  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);
  const role = roleOf(comment, article, context);
  const confirmed = commentChange(comment, { ...entry(comment.signals, address, context), role });
  return decided(
    comment.id,
    confirmed.comment.state,
    arrival(confirmed.comment, confirmed.change, address, article, context),
  );
}

/** As `writeComment` and `confirmComment` in one, from a browser that remembers the address. Errors: as `writeComment`. */
export function publishComment(
  request: CommentRequest & { readonly addressId: string; readonly address: Address | null },
  context: Context,
): Decided<CommentState> {
  const place = placeOf(request);
  if (!place.ok) return place;
  const { article, root } = place.value;
  const draft = newComment(request, request.addressId, root, context);
  const role = roleOf(draft, article, context);
  const comment: Comment = { ...draft, ...entry(request.signals, request.address, context), role };
  const change: Change = { kind: "comment", before: null, after: comment };
  return decided(comment.id, comment.state, arrival(comment, change, request.address, article, context));
}

/** Where a comment goes: an open article and, for a reply, a public comment of the same thread. */
function placeOf({
  draft,
  article,
  parent,
}: CommentRequest): Result<{ article: ArticleOfThread; root: string | null }, DomainError> {
  if (article === null) return err(fail("articleNotFound"));
  if (article.comments === "closed") return err(fail("commentsClosed"));
  if (draft.parent === null) return ok({ article, root: null });
  const fits = parent?.id === draft.parent && parent.article === article.slug && isPublicComment(parent);
  return fits ? ok({ article, root: parent.root ?? parent.id }) : err(invalid({ parent: "parentUnknown" }));
}

/** The article's author and moderators are marked by the address that was just confirmed, and by nothing that was typed. */
function roleOf(
  { writer }: Comment,
  { authors = [] }: ArticleOfThread,
  { moderators }: Context,
): Comment["role"] {
  if (isAmong(writer.email, authors)) return "author";
  return isAmong(writer.email, moderators) ? "moderator" : null;
}

function entry(
  signals: readonly string[],
  address: Address | null,
  { now, trust }: Context,
): Pick<Comment, "state" | "publishedAt"> {
  const isKnown = trust?.trusted === true || (address !== null && address.approvedComments > 0);
  return isKnown && !shouldHold(signals, trust)
    ? { state: "approved", publishedAt: now }
    : { state: "held", publishedAt: null };
}

/** What comes with a comment of a confirmed address. What is known of the address must still be true. */
function arrival(
  comment: Comment,
  change: Change,
  address: Address | null,
  article: MailArticle,
  context: Context,
) {
  const id = comment.writer.address;
  const link = manageLink({ kind: "comment", id: comment.id, ...ownerOf(context.trust) }, context.now);
  const isHeld = comment.state === "held";
  const remembered: Change = { kind: "address", before: null, after: newAddress(id, context.now) };
  const guards: Guard[] =
    address === null ? [] : [{ type: "unchanged", kind: "address", id, version: address.version }];
  return {
    guards,
    changes: [change, link.change, ...(address === null ? [remembered] : [])],
    mails: [commenterMail(comment, article, toldBlock(context.trust))],
    purge: isHeld ? [] : threadTags(comment),
  };
}

function newComment(
  { draft, signals }: CommentRequest,
  address: string,
  root: string | null,
  { newId, now }: Context,
): Comment {
  const { article, parent, text, notify, writer } = draft;
  return {
    id: newId(),
    version: 1,
    article,
    parent,
    root,
    state: "unconfirmed",
    text,
    writer: { ...writer, address },
    role: null,
    notify,
    createdAt: now,
    cleared: false,
    publishedAt: null,
    editedAt: null,
    signals: [...signals],
    reason: null,
    appeal: null,
    example: false,
  };
}
