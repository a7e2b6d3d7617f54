import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Comment } from "../records/comment.ts";
import type { ArticleOfThread } from "./states.ts";
import type { Change, Context } from "../records/decision.ts";
import { manageRef, moderatorLink } from "../records/new-links.ts";

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

/** Tells every moderator of a comment that waits; each gets a link of their own. */
export function moderateCommentMails(
  comment: Comment,
  { slug, title }: MailArticle,
  { moderators, newId, now }: Context,
): { changes: Change[]; mails: MailEvent[] } {
  const waiting = moderators.map((to, index) => {
    const link = moderatorLink(
      { kind: "comment", id: comment.id, address: comment.writer.address },
      to,
      newId,
      now,
    );
    const mail: MailEvent = {
      id: mailId("moderateComment", comment, index + 1),
      name: "moderateComment",
      to,
      data: {
        link: link.ref,
        article: { slug, title },
        text: comment.text,
        name: comment.writer.name,
        signals: [...comment.signals],
      },
    };
    return { change: link.change, mail };
  });
  return { changes: waiting.map(({ change }) => change), mails: waiting.map(({ mail }) => mail) };
}
