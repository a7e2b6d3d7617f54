import type { Millis } from "../domain/kernel/time.ts";
import { actionsOf, isLinkAlive } from "../domain/links/actions.ts";
import type { Thing } from "../domain/links/lost.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import { type Suppression, suppressionsOf } from "../domain/people/suppression.ts";
import type { Address } from "../domain/records/address.ts";
import type { ContactMessage } from "../domain/records/contact-message.ts";
import type { Job } from "../domain/records/job.ts";
import type { Link, LinkAction } from "../domain/records/link.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import type { MyData } from "../domain/records/my-data.ts";
import type { Notice } from "../domain/records/notice.ts";
import type { Report } from "../domain/records/report.ts";
import type { Services } from "../services.ts";
import { linkPage } from "../urls.ts";

/** Everything of an address, for whoever holds the link to it. */
export interface OwnView {
  readonly token: string;
  readonly link: Link;
  readonly data: MyData;
  /** What can be done now. */
  readonly actions: readonly LinkAction[];
  readonly things: readonly OwnThing[];
  /** Favours that they did. */
  readonly deeds: readonly Job[];
  /** Conversations that they are told of, or were. */
  readonly notices: readonly Notice[];
  readonly messages: readonly ContactMessage[];
  readonly reports: readonly Report[];
  readonly decisions: readonly LogEntry[];
  /** Until when everything of its mailbox is held; null: it is not. */
  readonly blockedUntil: Millis | null;
  /** Why no letter leaves for it; null: they do. */
  readonly silenced: Suppression["why"] | null;
  /** How many letters to it wait. */
  readonly letters: number;
  readonly address: Address | null;
  readonly more: boolean;
  readonly now: Millis;
}
export interface OwnThing {
  readonly thing: Thing;
  /** The page behind its own link; null where it has none. */
  readonly href: string | null;
}

/** Null: the link has run out, or there is nothing behind it. */
export async function lookAtData(
  token: string,
  link: Link,
  { store, signer, config, now }: Services,
): Promise<OwnView | null> {
  const time = now();
  const data = await store.read("myData", link.object.id);
  const linked = data && ({ kind: "data", data } as const);
  if (linked === null || !isLinkAlive(link, linked, time, config.moderators)) return null;
  const { email, address: hash } = linked.data;
  const [all, letters, address, mailbox, silenced] = await Promise.all([
    store.allOf(hash, time),
    store.lettersTo((to) => signer.addressId(to) === hash),
    store.read("address", hash),
    store.read("address", signer.addressId(mailboxOf(email))),
    store.suppressed(
      suppressionsOf(email, (name) => signer.addressId(name)),
      time,
    ),
  ]);
  const blockedUntil = mailbox?.blockedUntil ?? null;
  return {
    ...all,
    token,
    link,
    data: linked.data,
    actions: actionsOf(link, linked, time),
    things: all.things.map((found) => ({
      thing: found.thing,
      href: found.link && linkPage(signer.token(found.link)),
    })),
    blockedUntil: blockedUntil !== null && time <= blockedUntil ? blockedUntil : null,
    silenced,
    letters: letters.filter(({ name }) => name !== "myData").length,
    address,
    now: time,
  };
}
