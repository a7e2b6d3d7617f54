import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Comment } from "../records/comment.ts";
import type { ArticleOfThread } from "./states.ts";
import { manageRef } from "../records/new-links.ts";

/** What a mail says of the article. */
export type MailArticle = Pick<ArticleOfThread, "slug" | "title">;

/** To the commenter: it is public, or a person will read it first. `comment` is as it is after the change. */
export function commenterMail(
  comment: Comment,
  { slug, title }: MailArticle,
  held: Pick<Extract<MailEvent, { name: "commentHeld" }>["data"], "why" | "blockedUntil"> = {},
): MailEvent {
  const about = { link: manageRef(comment.id), article: { slug, title } };
  const to = comment.writer.email;
  if (comment.state === "held") {
    return { id: mailId("commentHeld", comment), name: "commentHeld", to, data: { ...about, ...held } };
  }
  const data = { ...about, commentId: comment.id, root: comment.root };
  return { id: mailId("commentApproved", comment), name: "commentApproved", to, data };
}

/** To the commenter: the browser that wrote it has changed it. Whoever only typed the address can't do it unseen. */
export function editedMail(comment: Comment, { slug, title }: MailArticle): MailEvent {
  return {
    id: mailId("commentEdited", comment),
    name: "commentEdited",
    to: comment.writer.email,
    data: { link: manageRef(comment.id), article: { slug, title } },
    group: `comment-edited/${comment.id}`,
  };
}

/** To the commenter: it was not published, and why. */
export function rejectedMail(comment: Comment, { slug, title }: MailArticle, reason: string): MailEvent {
  return {
    id: mailId("commentRejected", comment),
    name: "commentRejected",
    to: comment.writer.email,
    data: {
      link: manageRef(comment.id),
      article: { slug, title },
      reason,
      canAppeal: comment.appeal === null,
    },
  };
}
