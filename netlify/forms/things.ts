import type { Found } from "../../src/domain/links/linked.ts";
import type { WrittenKind } from "../../src/domain/links/thing.ts";
import { offerOfQuestion } from "../../src/domain/records/asked-question.ts";
import type { Link, ThingKind } from "../../src/domain/records/link.ts";
import { jobOfThankYou } from "../../src/domain/records/thank-you.ts";
import type { Deps } from "./deps.ts";

/** What a link leads to; null when it is not there any more. */
export async function linkedForDeciding(
  object: Link["object"],
  needsOffers: boolean,
  deps: Deps,
): Promise<Found<WrittenKind> | null> {
  if (object.kind === "thanks") return readThanks(object, deps);
  return object.kind === "question"
    ? readQuestion(object, deps)
    : thingForDeciding(object, needsOffers, deps);
}

/** What has a form of its own. All is asked for at once, since the link itself names it. */
export async function thingForDeciding(
  object: Link["object"],
  needsOffers: boolean,
  deps: Deps,
): Promise<Found<ThingKind> | null> {
  switch (object.kind) {
    case "job":
      return readFavour(object.id, deps);
    case "offer":
      return readOffer(object, needsOffers, deps);
    case "reward":
      return readReward(object, deps);
    case "comment":
      return readComment(object, deps);
    case "question":
    case "thanks":
    case "report":
    case "digest":
    case "notice":
    case "session":
    case "data":
      return null;
  }
}

/** A favour with its offers. */
export async function readFavour(id: string, { store, now }: Deps): Promise<Found<"job"> | null> {
  const [job, { offers, seen }] = await Promise.all([store.read("job", id), store.offersOf(id, now())]);
  return job && { kind: "job", job, offers, seen };
}

async function readOffer(
  { id, jobId }: Link["object"],
  needsOffers: boolean,
  { store, now }: Deps,
): Promise<Found<"offer"> | null> {
  if (jobId === undefined) return null;
  const [offer, job, others] = await Promise.all([
    store.readOffer(jobId, id, now()),
    store.read("job", jobId),
    needsOffers ? store.offersOf(jobId, now()) : { offers: [], seen: 0 },
  ]);
  return offer && job && { kind: "offer", offer, job, ...others };
}

/** A message stands in its offer, which its id names. */
async function readQuestion({ id, jobId }: Link["object"], deps: Deps): Promise<Found<"question"> | null> {
  if (jobId === undefined) return null;
  const found = await readOffer({ kind: "offer", id: offerOfQuestion(id), jobId }, false, deps);
  const question = found?.offer.questions.find((one) => one.id === id);
  return found && question ? { kind: "question", question, offer: found.offer, job: found.job } : null;
}

/** What both sides say of each other stands in the favour's record. */
async function readThanks({ id }: Link["object"], { store }: Deps): Promise<Found<"thanks"> | null> {
  const job = await store.read("job", jobOfThankYou(id));
  const thanks = job?.thanks.find((one) => one.id === id);
  return job && thanks ? { kind: "thanks", thanks, job } : null;
}

/** Once it is confirmed it stands in its favour's record. */
async function readReward(object: Link["object"], { store }: Deps): Promise<Found<"reward"> | null> {
  const { id, jobId } = object;
  if (jobId === undefined) return null;
  // In this order: one that is confirmed in between is found in its second place.
  const own = await store.read("reward", id);
  const job = await store.read("job", jobId);
  const reward = job?.joined.find((one) => one.id === id) ?? own;
  return reward && job && { kind: "reward", reward, job };
}

async function readComment(
  object: Link["object"],
  { store, articles }: Deps,
): Promise<Found<"comment"> | null> {
  const [comment, address] = await Promise.all([
    store.read("comment", object.id),
    object.address === undefined ? null : store.read("address", object.address),
  ]);
  if (comment === null) return null;
  // The article may be gone by now; its comments can still be taken back.
  const { article: slug } = comment;
  const article = articles.find(slug) ?? { slug, title: slug, comments: "closed" };
  return { kind: "comment", comment, address, article };
}
