import type { Mention } from "../domain/records/mention.ts";
import type { Footprint } from "./indexes.ts";
import { MENTIONS_DUE, mentionsKey } from "./mention-keys.ts";

/** A mention is listed under its article while it is public, and by when its page is to be read. */
export function mentionFootprint({
  id: member,
  article,
  state,
  createdAt,
  publishedAt,
  checkAt,
}: Mention): Footprint {
  return {
    places: [
      ...(state === "approved"
        ? [{ key: mentionsKey(article), member, score: publishedAt ?? createdAt }]
        : []),
      ...(checkAt === null ? [] : [{ key: MENTIONS_DUE, member, score: checkAt }]),
    ],
    counts: [],
  };
}
