import { offerOfQuestion } from "../domain/records/asked-question.ts";
import { type Link, type LinkKind, type ThingKind } from "../domain/records/link.ts";
import type { Linked } from "../domain/links/linked.ts";
import { type WrittenKind } from "../domain/links/thing.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { jobOfThankYou } from "../domain/records/thank-you.ts";
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
  if (kind !== "digest") return readWritten(link, store, now);
  const digest = await store.read("digest", id);
  return digest && { kind, digest };
}

async function readWritten(
  { object }: Pick<Link, "object">,
  store: Services["store"],
  now: Millis,
): Promise<Linked<WrittenKind> | null> {
  if (object.kind === "thanks") {
    const job = await store.read("job", jobOfThankYou(object.id));
    const thanks = job?.thanks.find(({ id }) => id === object.id);
    return job && thanks ? { kind: "thanks", thanks, job } : null;
  }
  if (object.kind !== "question") return readThing({ object }, store, now);
  const thing = await readThing(
    { object: { ...object, kind: "offer", id: offerOfQuestion(object.id) } },
    store,
    now,
  );
  if (thing?.kind !== "offer") return null;
  const question = thing.offer.questions.find(({ id }) => id === object.id);
  return question === undefined ? null : { ...thing, kind: "question", question };
}

export async function readThing(
  link: Pick<Link, "object">,
  store: Services["store"],
  now: Millis,
): Promise<Linked<ThingKind> | null> {
  const { object } = link;
  if (object.kind === "comment") {
    const comment = await store.read("comment", object.id);
    return comment && { kind: "comment", comment };
  }
  if (object.kind === "job") {
    const job = await store.read("job", object.id);
    return job && { kind: "job", job };
  }
  if (object.jobId === undefined) return null;
  if (object.kind === "reward") {
    const [own, job] = await Promise.all([store.read("reward", object.id), store.read("job", object.jobId)]);
    const reward = job?.joined.find(({ id }) => id === object.id) ?? own;
    return reward && job && { kind: "reward", reward, job };
  }
  const [offer, job] = await Promise.all([
    store.readOffer(object.jobId, object.id, now),
    store.read("job", object.jobId),
  ]);
  return offer && job && { kind: "offer", offer, job };
}
