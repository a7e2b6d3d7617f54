import type { Rate } from "../../src/domain/kernel/request-limits.ts";
import { madridDay } from "../../src/domain/kernel/time.ts";
import type { Deps } from "./deps.ts";

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
