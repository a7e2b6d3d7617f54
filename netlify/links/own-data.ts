import type { Found } from "../../src/domain/links/linked.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import { suppressionsOf } from "../../src/domain/people/suppression.ts";
import type { Link } from "../../src/domain/records/link.ts";
import type { Thing } from "../../src/domain/links/lost.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import type { OwnData } from "../../src/views/own-data.ts";
import type { Deps } from "../forms/deps.ts";

/** Everything of an address: what was asked, and what is remembered of it. */
export async function readData(
  { id, address }: Link["object"],
  { store }: Deps,
): Promise<Found<"data"> | null> {
  const [data, known] = await Promise.all([
    store.read("myData", id),
    address === undefined ? null : store.read("address", address),
  ]);
  return data && { kind: "data", data, address: known };
}

/** The same as its owner takes it away. */
export async function readOwn({ data, address }: Found<"data">, deps: Deps): Promise<OwnData> {
  const { store, signer, articles, now } = deps;
  const [all, letters, mailbox, silenced] = await Promise.all([
    store.allOf(data.address, now()),
    store.lettersTo((email) => signer.addressId(email) === data.address),
    store.read("address", signer.addressId(mailboxOf(data.email))),
    store.suppressed(
      suppressionsOf(data.email, (name) => signer.addressId(name)),
      now(),
    ),
  ]);
  const { ownData } = await import("../../src/views/own-data.ts");
  const things = all.things.map(({ thing }) => thing);
  const offersTo = await offersToOwn(things, deps);
  return ownData(
    { ...all, things, offersTo, data, address, mailbox, silenced, letters, now: now() },
    articles,
  );
}

/** Favours whose offers are asked for at once. */
const AT_ONCE = 50;

/** The offers to its owner's favours, ended ones too: what they asked and answered about one stands in it. */
async function offersToOwn(things: readonly Thing[], { store, now }: Deps): Promise<readonly Offer[]> {
  const ids = things.flatMap((thing) =>
    thing.kind === "job" && thing.job.publishedAt !== null ? [thing.job.id] : [],
  );
  const offers: Offer[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const read = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => store.offersOf(id, now())));
    offers.push(...read.flatMap((found) => found.offers));
  }
  return offers;
}
