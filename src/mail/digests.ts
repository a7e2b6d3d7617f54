import type { Millis } from "../domain/kernel/time.ts";
import type { Digest } from "../domain/records/digest.ts";
import type { Job } from "../domain/records/job.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";

/** What has to be remembered for letters that tell of new favours. */
export interface DigestStore {
  digestWithJobs(
    id: string,
    jobIds: readonly string[],
  ): Promise<{ readonly digest: Digest | null; readonly jobs: readonly Job[] }>;
}

/** The letter with what its favours say now; null where none of them is open any more, or the alert was ended: then no letter leaves. */
export async function withNewJobs<M extends Extract<MailEvent, { name: "digest" }>>(
  store: DigestStore,
  event: M,
  now: Millis,
): Promise<M | null> {
  const found = await store.digestWithJobs(event.data.digest, event.data.ids);
  if (found.digest?.state !== "on") return null;
  const jobs = found.jobs
    .filter(({ state, expiresAt }) => state === "open" && expiresAt >= now)
    .map(({ id, title, place, town, deadline, reward }) => ({ id, title, place, town, deadline, reward }));
  return jobs.length === 0 ? null : { ...event, data: { ...event.data, jobs } };
}
