import { madridDay } from "../domain/kernel/time.ts";
/** What the content collections share: what may be seen today. */
interface Datable {
  readonly draft?: boolean;
  readonly publishedAt?: Date;
}

/**
 * When the site was built: a page on demand must not list what has no page before the next build makes it. Absent outside
 * of a build.
 */
const BUILT_AT = new Date(import.meta.env.BUILT_AT ?? Date.now());

/** Drafts never but where somebody looks at them before they are published (`SHOWS_DRAFTS`: `npm run dev` and deploy previews); what has a date, from that day on in Spain (front matter days are midnight UTC). */
export function isVisible(data: Datable, now: Date = BUILT_AT): boolean {
  if (import.meta.env.SHOWS_DRAFTS === true) return true;
  if (data.draft) return false;
  if (!data.publishedAt) return true;
  return data.publishedAt.toISOString().slice(0, 10) <= madridDay(now.getTime());
}
