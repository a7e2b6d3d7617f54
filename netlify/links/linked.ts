import { isAgreedUpon } from "../../src/domain/favours/drop-outs.ts";
import { rowOf } from "../../src/domain/links/actions.ts";
import type { Found } from "../../src/domain/links/row.ts";
import type { Address } from "../../src/domain/records/address.ts";
import type { Link, LinkAction, LinkKind } from "../../src/domain/records/link.ts";
import type { OwnData } from "../../src/views/own-data.ts";
import type { Deps } from "../forms/deps.ts";

/** What the form of a link's page asks for, as far as it says what has to be read. */
export interface Use {
  /** Null: nothing that any link can do. */
  readonly action: LinkAction | null;
  readonly remember: boolean;
}

/** A link, what it is used for, what it leads to and what is kept of the address that it proves. */
export interface FoundLink extends Use {
  readonly link: Link;
  /** Null when it is not there any more. */
  readonly linked: Found<LinkKind> | null;
  /** Read where the browser shall be remembered with it; null also where nothing is kept. */
  readonly proven: Address | null;
  /** Everything of an address as its owner takes it away; absent where that is not asked for. */
  readonly own?: OwnData;
}

/**
 * Reads all that deciding about a link's form needs; null: there is no such link. A poster's link has the id of the favour:
 * reading it at the same time as the link brings both in one round trip.
 */
export async function readLink(token: string, use: Use, deps: Deps): Promise<FoundLink | null> {
  const id = deps.signer.idOf(token);
  if (id === null) return null;
  const favour = readFavour(id, deps);
  // Whoever waits for it hears of a failure; a link to something else has nobody waiting.
  favour.catch(() => null);

  const link = await deps.store.read("link", id);
  if (link === null || !deps.signer.isValid(token, link)) return null;
  const isOwnFavour = link.object.kind === "job" && link.object.id === link.id;
  const needsOthers = use.action !== null && rowOf(link, "offer", use.action)?.needs === "offers";
  if (link.object.kind === "data") {
    const data = await readData(link.object, deps);
    const own = data && use.action === "export" ? { own: await readOwn(data, deps) } : {};
    return { ...use, link, linked: data, proven: null, ...own };
  }
  const [linked, proven] = await Promise.all([
    isOwnFavour ? favour : readLinked(link.object, deps, needsOthers),
    link.role === "confirm" && use.remember ? readProven(link, deps) : null,
  ]);

  return { ...use, link, linked: linked && (await withAddress(linked, link, use.action, deps)), proven };
}

/** The address that a link of this object proves. */
export function emailOf(found: Found): string {
  if (found.kind === "job") return found.job.poster.email;
  if (found.kind === "reward") return found.reward.joiner.email;
  return found.kind === "offer" ? found.offer.helper.email : found.comment.writer.email;
}

async function readData({ id, address }: Link["object"], { store }: Deps): Promise<Found<"data"> | null> {
  const [data, known] = await Promise.all([
    store.read("myData", id),
    address === undefined ? null : store.read("address", address),
  ]);
  return data && { kind: "data", data, address: known };
}

async function readOwn(
  { data, address }: Found<"data">,
  { store, signer, articles, now }: Deps,
): Promise<OwnData> {
  const [{ things, messages, more }, letters] = await Promise.all([
    store.allOf(data.address, now()),
    store.lettersTo((email) => signer.addressId(email) === data.address),
  ]);
  const { ownData } = await import("../../src/views/own-data.ts");
  const kept = { data, address, things: things.map(({ thing }) => thing), messages, letters, more };
  return ownData({ ...kept, now: now() }, articles);
}

/** Something that somebody wrote. Null when it is not there any more. All is asked for at once, since the link itself names it. */
export async function readLinked(
  object: Link["object"],
  deps: Deps,
  needsOthers = false,
): Promise<Found | null> {
  switch (object.kind) {
    case "job":
      return readFavour(object.id, deps);
    case "offer":
      return readOffer(object, needsOthers, deps);
    case "reward":
      return readReward(object, deps);
    case "comment":
      return readComment(object, deps);
    case "data":
      return null;
  }
}

/** A favour with its offers. */
async function readFavour(id: string, { store, now }: Deps): Promise<Found<"job"> | null> {
  const [job, { offers, seen }] = await Promise.all([store.read("job", id), store.offersOf(id, now())]);
  return job && { kind: "job", job, offers, seen };
}

async function readOffer(
  { id, jobId }: Link["object"],
  needsOthers: boolean,
  { store, now }: Deps,
): Promise<Found<"offer"> | null> {
  if (jobId === undefined) return null;
  const [offer, job, others] = await Promise.all([
    store.readOffer(jobId, id, now()),
    store.read("job", jobId),
    needsOthers ? store.offersOf(jobId, now()) : { offers: [], seen: 0 },
  ]);
  return offer && job && { kind: "offer", offer, job, ...others };
}

/** Once it is confirmed it stands in its favour's record. */
async function readReward({ id, jobId }: Link["object"], { store }: Deps): Promise<Found<"reward"> | null> {
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

/** The favour with what is remembered of its poster's address, where the action breaks an agreement of theirs. */
async function withAddress(
  found: Found,
  link: Link,
  action: LinkAction | null,
  { store }: Deps,
): Promise<Found> {
  if (found.kind !== "job" || action === null || !isAgreedUpon(found.job)) return found;
  if (rowOf(link, "job", action)?.needs !== "address") return found;
  return { ...found, address: await store.read("address", found.job.poster.address) };
}

/** What is kept of the address that a confirm link proves. Links of before December 2026 to favours and offers don't name it. */
async function readProven(link: Link, deps: Deps): Promise<Address | null> {
  const { address: named } = link.object;
  if (named !== undefined) return deps.store.read("address", named);
  const linked = await readLinked(link.object, deps);
  return linked && deps.store.read("address", deps.signer.addressId(emailOf(linked)));
}
