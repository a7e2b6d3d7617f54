import { waitingOfMention } from "../domain/moderation/waiting.ts";
import type { Mention } from "../domain/records/mention.ts";
import type { Footprint } from "./footprint.ts";
import { waitingPlaces } from "./indexes.ts";
import { MENTIONS, MENTIONS_DUE, mentionsKey } from "./mention-keys.ts";

/** A mention is listed under its article while it is public, by when its page is to be read, and where moderators find it once it was. */
export function mentionFootprint(mention: Mention): Footprint {
  const { id: member, article, state, createdAt, publishedAt, checkAt } = mention;
  const isPublic = state === "approved";
  const isRead = isPublic || state === "held" || state === "rejected";
  return {
    places: [
      ...(isPublic ? [{ key: mentionsKey(article), member, score: publishedAt ?? createdAt }] : []),
      ...(checkAt === null ? [] : [{ key: MENTIONS_DUE, member, score: checkAt }]),
      ...(isRead ? [{ key: MENTIONS, member, score: createdAt }] : []),
      ...waitingOfMention(mention).flatMap(waitingPlaces),
    ],
    counts: [],
  };
}
