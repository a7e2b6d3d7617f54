import { madridDay } from "../../src/domain/kernel/time.ts";
import type { Services } from "../../src/services.ts";

/**
 * Asks for a build when a text's day has come since this one was made; whether it did. The build that comes of it has a list without that
 * day, so a build that fails is asked for again an hour later. One machine has nobody to ask: `npm start` builds.
 */
export async function publishDue({
  cache,
  config,
  scheduledDays,
  now,
}: Pick<Services, "cache" | "config" | "scheduledDays" | "now">): Promise<boolean> {
  const today = madridDay(now());
  if (config.buildHookUrl === null || !scheduledDays.some((day) => day <= today)) return false;
  await cache.askForBuild();
  return true;
}
