import type { Comment } from "../domain/records/comment.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { maskContactData } from "../language/contact-data.ts";
import { renderComment } from "../markdown/comment-markdown.ts";
import { commentPath, publicName, type PublicComment } from "./public-view.ts";

/**
 * A comment as everybody may see it, its small Markdown made into safe HTML. Functions import this file when they need it: the
 * Markdown parser is most of its weight.
 */
export function publicComment(comment: Comment): PublicComment {
  return {
    id: comment.id,
    parent: comment.parent,
    name: publicName(comment.writer),
    role: comment.role,
    html: renderComment(comment.text),
    createdAt: new Date(comment.publishedAt ?? comment.createdAt).toISOString(),
    editedAt: comment.editedAt === null ? null : new Date(comment.editedAt).toISOString(),
    example: comment.example,
    removed: comment.state !== "approved",
    url: commentPath(comment),
  };
}

/** A comment that has only been typed so far, as it would be shown. */
export function previewComment(values: Readonly<Record<string, string>>, now: Millis): PublicComment {
  const { text = "", name = "" } = values;
  return {
    id: "vista-previa",
    parent: null,
    name: maskContactData(name) || "Tu nombre",
    role: null,
    html: renderComment(text),
    createdAt: new Date(now).toISOString(),
    editedAt: null,
    example: false,
    removed: false,
    url: "",
  };
}
