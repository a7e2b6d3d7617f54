import { madridDay } from "../../src/domain/kernel/time.ts";
import type { Deps } from "./deps.ts";

/** How often one visitor may use something: `uses` within any `seconds`. */
export interface Rate {
  readonly name: string;
  readonly uses: number;
  readonly seconds: number;
}

export const JOB_RATE: Rate = { name: "jobs", uses: 30, seconds: 3600 };
export const OFFER_RATE: Rate = { name: "offers", uses: 60, seconds: 3600 };
export const COMMENT_RATE: Rate = { name: "comments", uses: 60, seconds: 3600 };
export const PREVIEW_RATE: Rate = { name: "previews", uses: 120, seconds: 600 };
export const CONTACT_RATE: Rate = { name: "contact", uses: 20, seconds: 3600 };
export const VOTE_RATE: Rate = { name: "votes", uses: 60, seconds: 3600 };
export const LINK_RATE: Rate = { name: "links", uses: 120, seconds: 600 };
export const FORGET_RATE: Rate = { name: "forget", uses: 60, seconds: 3600 };

/**
 * The day's key by store, so that a request needs no trip for it. It is a key, nothing of a visitor's; yesterday's is
 * forgotten with the first request of today.
 */
const dayKeys = new WeakMap<Deps["store"], { readonly day: string; readonly key: Promise<string> }>();

/** Whether this visitor may use it once more; counts the use. */
export async function isWithinRate(rate: Rate, deps: Deps): Promise<boolean> {
  if (!deps.config.limits) return true;
  return deps.store.withinRate(`${rate.name}:${await visitorOf(deps)}`, rate.uses, rate.seconds);
}

/** Who is asking, as a hash that means nothing after 48 h and is another one each day. */
export async function visitorOf({ store, signer, clientIp, now }: Deps): Promise<string> {
  return signer.visitorId(clientIp, await dayKey(store, madridDay(now())));
}

function dayKey(store: Deps["store"], day: string): Promise<string> {
  const known = dayKeys.get(store);
  if (known?.day === day) return known.key;
  const key = store.visitorKey(day);
  dayKeys.set(store, { day, key });
  // A key that could not be read must not be remembered as one.
  key.catch(() => dayKeys.delete(store));
  return key;
}
