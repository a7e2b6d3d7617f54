import { FAILING_RUN_TTL } from "../domain/kernel/limits.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { FailingRun, type Run } from "../domain/records/failing-run.ts";
import type { MailEvent } from "../domain/records/mail-event.ts";
import * as z from "zod/mini";
import { apply } from "./commit.ts";
import { ask, readKept, type RedisClient, TextReply } from "./redis/client.ts";
import { guard, write } from "./instructions.ts";
import { failingRunKey } from "./keys.ts";
import { enqueueMail } from "./outbox-entry.ts";
import { recordText, versionStart } from "./records.ts";

export function createFailingRuns(redis: RedisClient) {
  return {
    async failingRun(run: Run): Promise<FailingRun | null> {
      const doing = "read how a run went";
      const text = await ask(doing, TextReply, () => redis.run(["get", failingRunKey(run)]));
      return text === null ? null : readKept(doing, () => z.parse(FailingRun, JSON.parse(text)));
    },

    /** Counts a failure, with the letter that tells of it. False when another run was counted meanwhile. */
    async countFailure(
      run: Run,
      before: FailingRun | null,
      { after, mails }: { readonly after: FailingRun; readonly mails: readonly MailEvent[] },
      now: Millis,
    ): Promise<boolean> {
      const key = failingRunKey(run);
      const [status] = await apply(
        redis,
        "count a failed run",
        [before === null ? guard.absent(key) : guard.starts(key, versionStart(before.version))],
        [write.set(key, recordText(after), FAILING_RUN_TTL), ...mails.map((mail) => enqueueMail(mail, now))],
      );
      return status === "committed";
    },

    /** It works: what failed before is forgotten. */
    async forgetFailures(run: Run): Promise<void> {
      await apply(redis, "forget failed runs", [], [write.del(failingRunKey(run))]);
    },
  };
}
