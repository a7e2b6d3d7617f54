/** What the content collections share: what may be seen today. */
interface Datable {
  readonly draft?: boolean;
  readonly publishedAt?: Date;
}

/** Drafts never; what has a date, from that day on in Spain (front matter days are midnight UTC). */
export function isVisible(data: Datable, now: Date = new Date()): boolean {
  if (data.draft) return false;
  if (!data.publishedAt) return true;
  const today = now.toLocaleDateString("sv-SE", { timeZone: "Europe/Madrid" });
  return data.publishedAt.toISOString().slice(0, 10) <= today;
}
