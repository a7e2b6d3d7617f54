import {
  GIVE_UP_AFTER,
  GROUPED_MAILS_A_DAY,
  GROUPED_MAILS_EVERY_MINUTES,
  UNCONFIRMED_MAILS_AN_HOUR_BY_ONE,
  UNCONFIRMED_TTL_HOURS,
  WAITING_MAILS_BY_ONE,
} from "../domain/kernel/limits.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import { type MailEvent, TO_UNCONFIRMED } from "../domain/records/mail-event.ts";
import type { MailQueue, QueueMove } from "../domain/kernel/mail-queue.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../domain/kernel/time.ts";

/** A mail that somebody is about to send. */
export type TurnMail = MailEvent & { readonly firstAt: Millis };

export interface TurnStore {
  dropMail(id: string): Promise<void>;
  mailFailed(id: string, now: Millis, retryAt: Millis | null, error: string): Promise<void>;
  countMail(
    mailbox: string,
    hour: number,
    max: number,
    share?: { readonly sender: string; readonly max: number },
  ): Promise<boolean>;
  mailQueue(name: string): Promise<MailQueue>;
  moveQueue(name: string, seen: MailQueue, move: QueueMove, now: Millis): Promise<boolean>;
}

interface TurnParts {
  readonly store: TurnStore;
  readonly now: () => Millis;
  readonly mailsPerHour: number | null;
  readonly addressKey: (email: string) => string;
}

/** What waits is looked at again every hour, and a visitor's hash is not kept for longer than that needs. */
const SENDER_QUEUE_TTL: Millis = 2 * HOUR;
/** Longer than any mail of a group can wait and be tried again. */
const GROUP_TTL: Millis = DAY + GIVE_UP_AFTER;
/** How often a queue that others change at the same time is read anew, before the mail is left for the next round. */
const MOVES = 20;

const TOO_MANY = "waits: too many mails to this mailbox in this hour";
const TOLD_TOGETHER = "waits: told together with what comes next";

/**
 * Whether a claimed mail may leave now. If not, it waits (due again when it may) or has been dropped: an unconfirmed one whose
 * link dies first or whose place a newer one took, or one of a group about which something newer was told.
 */
export async function takesTurn(parts: TurnParts, mail: TurnMail): Promise<boolean> {
  const { store, now } = parts;
  if (now() >= lastMoment(mail)) {
    await store.dropMail(mail.id);
    return false;
  }
  if (TO_UNCONFIRMED.has(mail.name) && !(await hasRoom(parts, mail))) {
    await waitForRoom(parts, mail);
    return false;
  }
  return mail.group === undefined || takesTurnInGroup(parts, mail, mail.group);
}

/** When a mail is worth nothing any more because its link dies; never, if it has none that does. */
export function lastMoment({ goodUntil = Infinity }: TurnMail): Millis {
  return goodUntil;
}

function hasRoom({ store, now, mailsPerHour, addressKey }: TurnParts, mail: TurnMail): Promise<boolean> {
  if (mailsPerHour === null) return Promise.resolve(true);
  const { sender } = mail;
  const share = sender === undefined ? undefined : { sender, max: UNCONFIRMED_MAILS_AN_HOUR_BY_ONE };
  return store.countMail(addressKey(mailboxOf(mail.to)), hourOf(now()), mailsPerHour, share);
}

/** Until the next hour, if its link lives that long, among at most `WAITING_MAILS_BY_ONE` of the same visitor to the same mailbox. */
async function waitForRoom(parts: TurnParts, mail: TurnMail): Promise<void> {
  const { store, now, addressKey } = parts;
  const { id, sender, firstAt, first = false } = mail;
  const nextHour = (hourOf(now()) + 1) * HOUR;
  // What an earlier version put into the outbox doesn't say when its link dies: as late as any of its kind.
  const linkDies = Math.min(lastMoment(mail), firstAt + UNCONFIRMED_TTL_HOURS * HOUR);
  if (nextHour >= linkDies) return store.dropMail(id);
  // The outbox hands out what has been due for longest: a moment earlier is before all the others.
  const until = first ? nextHour - 1 : nextHour;
  if (sender === undefined) return store.mailFailed(id, now(), until, TOO_MANY);

  await move(parts, mail, `${sender}:${addressKey(mailboxOf(mail.to))}`, ({ waiting, left }) => {
    const all = [...waiting.filter((other) => other.id !== id), { id, at: firstAt, first }].sort(
      (a, b) => Number(b.first) - Number(a.first) || b.at - a.at,
    );
    const stays = all.slice(0, WAITING_MAILS_BY_ONE);
    const drop = all.slice(WAITING_MAILS_BY_ONE).map((other) => other.id);
    const rest = { waiting: stays, left, drop, ttl: SENDER_QUEUE_TTL };
    return drop.includes(id) ? rest : { ...rest, hold: { id, until, why: TOO_MANY } };
  });
}

async function takesTurnInGroup(parts: TurnParts, mail: TurnMail, group: string): Promise<boolean> {
  const moved = await move(parts, mail, `group:${group}`, (queue) => groupMove(queue, mail, parts.now()));
  return moved !== null && moved.hold === undefined && !moved.drop.includes(mail.id);
}

/** What a mail of a group does to it: it leaves, waits in the place of what waited, or is out of date. */
function groupMove({ waiting, left }: MailQueue, mail: TurnMail, now: Millis): QueueMove {
  const { id, name, firstAt: at } = mail;
  const others = waiting.filter((other) => other.id !== id);
  // It was let go before and did not arrive; whatever came to the group afterwards is newer.
  const place = left.findIndex((other) => other.id === id);
  const hadTurn = place >= 0;
  const isOld = hadTurn
    ? others.length > 0 || place < left.length - 1
    : [...others, ...left].some((other) => other.at > at);
  if (isOld) return { waiting: others, left, drop: [id], ttl: GROUP_TTL };
  if (hadTurn) return { waiting: [], left, drop: [], ttl: GROUP_TTL };

  const drop = others.map((other) => other.id);
  const until = mail.urgent ? now : nextTurn(left, name);
  if (until <= now) {
    const gone = [...left, { id, name, at, leftAt: now }].slice(-GROUPED_MAILS_A_DAY);
    return { waiting: [], left: gone, drop, ttl: GROUP_TTL };
  }
  const hold = { id, until, why: TOLD_TOGETHER };
  return { waiting: [{ id, at, first: false }], left, drop, hold, ttl: GROUP_TTL };
}

/** When a mail of this name may leave its group. Another kind of news need not wait for the ten minutes, only for the day. */
function nextTurn(left: MailQueue["left"], name: string): Millis {
  const same = left.filter((other) => other.name === name).at(-1);
  const oldest = left.at(-GROUPED_MAILS_A_DAY);
  return Math.max(
    same === undefined ? 0 : same.leftAt + GROUPED_MAILS_EVERY_MINUTES * MINUTE,
    oldest === undefined ? 0 : oldest.leftAt + DAY,
  );
}

/** Decides on the queue as it stands and writes it down; null: others were faster every time, and the mail is due again soon. */
async function move(
  { store, now }: TurnParts,
  { id }: TurnMail,
  name: string,
  decide: (queue: MailQueue) => QueueMove,
): Promise<QueueMove | null> {
  for (let attempt = 0; attempt < MOVES; attempt += 1) {
    const queue = await store.mailQueue(name);
    const decided = decide(queue);
    if (await store.moveQueue(name, queue, decided, now())) return decided;
  }
  await store.mailFailed(id, now(), now() + MINUTE, "waits: others took their turn");
  return null;
}

function hourOf(now: Millis): number {
  return Math.floor(now / HOUR);
}
