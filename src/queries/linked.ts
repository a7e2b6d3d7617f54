import type { Link, LinkKind } from "../domain/records/link.ts";
import type { Linked } from "../domain/links/linked.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { type Services } from "../services.ts";

/** What a link leads to that has a page about that thing. */
export type LedTo = Linked<Exclude<LinkKind, "data">>;

/** Null: it is not there any more. */
export async function readLedTo(link: Link, store: Services["store"], now: Millis): Promise<LedTo | null> {
  const { kind, id } = link.object;
  if (kind === "session") return { kind, link };
  if (kind === "notice") {
    const notice = await store.read("notice", id);
    return notice && { kind, notice };
  }
  if (kind === "report") {
    const report = await store.read("report", id);
    return report && { kind, report };
  }
  if (kind !== "digest") return store.readWritten(link.object, now);
  const digest = await store.read("digest", id);
  return digest && { kind, digest };
}
