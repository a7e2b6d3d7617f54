import type { Services } from "../../src/services.ts";
import { reportFailure } from "../http/report.ts";
import type { Failed } from "./watched.ts";

/** Mails that one run sends at most, so that it ends before the platform ends it. */
const MAILS_PER_RUN = 50;

/** What had to wait: mails that did not leave, cached copies that were not thrown away. */
export async function retry(
  { outbox, cache }: Services,
  failed: Failed = reportFailure,
): Promise<{ mails: number; purges: number }> {
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
