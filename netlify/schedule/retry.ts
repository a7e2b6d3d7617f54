import type { Services } from "../../src/services.ts";
import { reportFailure } from "../http/report.ts";

/** Mails that one run sends at most, so that it ends before the platform ends it. */
const MAILS_PER_RUN = 50;

/** What had to wait: mails that did not leave, cached copies that were not thrown away. */
export async function retry({ outbox, cache }: Services): Promise<{ mails: number; purges: number }> {
  const mails = await outbox.deliverDue(MAILS_PER_RUN).catch(failed("retry mails"));
  const purges = await cache.retryPurges().catch(failed("retry purges"));
  return { mails, purges };
}

function failed(where: string): (error: unknown) => number {
  return (error) => {
    reportFailure(where, error);
    return 0;
  };
}
