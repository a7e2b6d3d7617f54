import type { Comment } from "../domain/records/comment.ts";
import { answersCounter } from "../domain/records/decision.ts";
import { isAliveComment } from "../domain/links/lost.ts";
import { waitingOfComment } from "../domain/moderation/waiting.ts";
import { approvedKey, commentsCounter, counterKey, repliesKey, rootsKey } from "./keys.ts";
import type { Footprint } from "./footprint.ts";
import { placeOfAny, placeOfThing } from "./own-places.ts";
import { waitingPlaces } from "./indexes.ts";
import type { Notice } from "../domain/records/notice.ts";
import { NOTICES_DUE, watchersKey } from "./digest-keys.ts";

/**
 * An approved comment is in its thread, among the newest, and counts. One that was public once and no longer is keeps its
 * place in the thread and does not count: replies may hang below it, and it is a tombstone for as long as they do.
 */
export function commentFootprint(comment: Comment): Footprint {
  const approved = comment.state === "approved";
  const { writer, state, createdAt } = comment;
  const named = `comment ${comment.id}`;
  const always = [
    ...placeOfThing(isAliveComment(comment), writer, named, createdAt),
    ...placeOfAny(state, writer, named, createdAt),
    ...waitingOfComment(comment).flatMap(waitingPlaces),
  ];
  if (!approved && comment.publishedAt === null) return { places: always, counts: [] };
  const inThread = comment.root === null ? rootsKey(comment.article) : repliesKey(comment.root);
  const root = comment.root ?? comment.id;
  const watches = approved && comment.notify !== "none";
  const watching = watches ? [{ key: watchersKey(root), member: comment.id, score: createdAt }] : [];
  const newest = approved ? [approvedKey(null), approvedKey(comment.article)] : [];
  const score = comment.publishedAt ?? comment.createdAt;
  return {
    places: [
      ...always,
      ...watching,
      ...[inThread, ...newest].map((key) => ({ key, member: comment.id, score })),
    ],
    counts: approved ? commentCounters(comment).map(counterKey) : [],
  };
}

function commentCounters({ article, parent }: Comment): string[] {
  const inArticle = commentsCounter(article);
  return parent === null ? [inArticle] : [inArticle, answersCounter(parent)];
}

/** Notices are found under their address, and listed by when a letter is due. */
export function noticeFootprint(notice: Notice): Footprint {
  const { id, state, dueAt, createdAt } = notice;
  const due = dueAt === null ? [] : [{ key: NOTICES_DUE, member: id, score: dueAt }];
  return { places: [...placeOfAny(state, notice, `notice ${id}`, createdAt), ...due], counts: [] };
}
