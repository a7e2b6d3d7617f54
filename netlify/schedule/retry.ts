import type { Services } from "../../src/services.ts";
import { tellModerators } from "../forms/telling.ts";
import { reportFailure } from "../http/report.ts";
import type { Failed } from "./watched.ts";

/** Mails that one run sends at most, so that it ends before the platform ends it. */
const MAILS_PER_RUN = 50;

/** What had to wait: what the moderators are to hear, mails that did not leave, cached copies that were not thrown away. */
export async function retry(
  services: Services,
  failed: Failed = reportFailure,
): Promise<{ mails: number; purges: number }> {
  const { outbox, cache } = services;
  // What the moderators are told leaves in the same run.
  await tellModerators(services).catch((error: unknown) => {
    failed("tell the moderators", error);
  });
  let stayed = 0;
  const mails = await outbox.deliverDue(MAILS_PER_RUN, () => (stayed += 1));
  // One letter that fails while others leave is that letter's trouble; the outbox has told of it.
  if (mails === 0 && stayed > 0) failed("send mails", new Error("none left"));
  const purges = await cache.retryPurges().catch((error: unknown) => {
    failed("retry purges", error);
    return 0;
  });
  return { mails, purges };
}
