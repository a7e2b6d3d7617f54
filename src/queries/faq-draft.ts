import { ID_PATTERN } from "../domain/kernel/shapes.ts";
import { madridDay } from "../domain/kernel/time.ts";
import { isSessionAlive } from "../domain/moderation/sessions.ts";
import { isPublicComment } from "../domain/comments/states.ts";
import { getServices } from "../services.ts";
import { faqDraft, type FaqDraft } from "../views/faq-draft.ts";
import { articlesBySlug } from "./articles.ts";
import { nextPlace } from "./questions.ts";

/**
 * A published comment as a draft of the FAQ; null: nobody signed in, or there is no such comment. Changes nothing.
 * @param cookie what the cookie of a session says; undefined: it was not sent.
 */
export async function commentAsFaqDraft(cookie: string | undefined, id: string): Promise<FaqDraft | null> {
  if (!cookie || !ID_PATTERN.test(id)) return null;
  const { store, signer, config, now } = await getServices();
  const session = await store.read("session", signer.sessionId(cookie));
  if (session === null || !isSessionAlive(session, now(), config.moderators)) return null;
  const comment = await store.read("comment", id);
  if (comment === null || !isPublicComment(comment)) return null;
  const [parent, [article], order] = await Promise.all([
    comment.parent === null ? null : store.read("comment", comment.parent),
    articlesBySlug([comment.article]),
    nextPlace("oficio"),
  ]);
  const asked = parent !== null && isPublicComment(parent) ? parent.text : null;
  const title = article?.title ?? comment.article;
  return faqDraft(comment, { asked, title, today: madridDay(now()), order });
}
