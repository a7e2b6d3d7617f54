import type { Found } from "../../src/domain/links/linked.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import { suppressionsOf } from "../../src/domain/people/suppression.ts";
import type { Link } from "../../src/domain/records/link.ts";
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
export async function readOwn(
  { data, address }: Found<"data">,
  { store, signer, articles, now }: Deps,
): Promise<OwnData> {
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
  return ownData({ ...all, things, data, address, mailbox, silenced, letters, now: now() }, articles);
}
