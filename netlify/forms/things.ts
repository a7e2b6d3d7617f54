import type { Found } from "../../src/domain/links/linked.ts";
import type { Link, ThingKind, WrittenKind } from "../../src/domain/records/link.ts";
import type { Deps } from "./deps.ts";

/** What a link leads to, with what deciding about it may need; null when it is not there any more. */
export async function linkedForDeciding(
  object: Link["object"],
  needsOffers: boolean,
  deps: Deps,
): Promise<Found<WrittenKind> | null> {
  if (object.kind !== "question" && object.kind !== "thanks")
    return thingForDeciding(object, needsOffers, deps);
  const found = await deps.store.readWritten(object, deps.now());
  return found?.kind === "question" || found?.kind === "thanks" ? found : null;
}

/** What has a form of its own. All is asked for at once, since the link itself names it. */
export async function thingForDeciding(
  object: Link["object"],
  needsOffers: boolean,
  { store, articles, now }: Deps,
): Promise<Found<ThingKind> | null> {
  const jobId =
    object.kind === "job" ? object.id : needsOffers && object.kind === "offer" ? object.jobId : undefined;
  const [thing, others, address] = await Promise.all([
    store.readThing(object, now()),
    jobId === undefined ? { offers: [], seen: 0 } : store.offersOf(jobId, now()),
    object.kind === "comment" && object.address !== undefined ? store.read("address", object.address) : null,
  ]);
  switch (thing?.kind) {
    case "job":
    case "offer":
      return { ...thing, offers: others.offers, seen: others.seen };
    case "reward":
      return thing;
    case "comment": {
      // The article may be gone by now; its comments can still be taken back.
      const { article: slug } = thing.comment;
      return { ...thing, address, article: articles.find(slug) ?? { slug, title: slug, comments: "closed" } };
    }
    case undefined:
      return null;
  }
}

/** A favour with its offers. */
export async function readFavour(id: string, deps: Deps): Promise<Found<"job"> | null> {
  const found = await thingForDeciding({ kind: "job", id }, true, deps);
  return found?.kind === "job" ? found : null;
}
