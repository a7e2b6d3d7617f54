import * as z from "zod/mini";
import type { Decision } from "../domain/records/decision.ts";
import { ModeratorsTold } from "../domain/records/moderators-told.ts";
import type { Unheard } from "../domain/moderation/telling.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { apply, commitSteps } from "./commit.ts";
import { guard, write, type WriteStep } from "./instructions.ts";
import { MODERATORS_TOLD, unheardKey, WAITING } from "./keys.ts";
import { recordText, versionStart } from "./records.ts";
import { ask, Ids, readKept, type RedisClient, Size, TextReply } from "./redis/client.ts";

/** Steps that are written in one round trip. */
const STEPS_AT_ONCE = 300;

interface Telling {
  readonly before: ModeratorsTold | null;
  readonly after: ModeratorsTold;
  /** What the letters tell of, as `unheardMembers` gave it. */
  readonly members: readonly string[];
  /** The letters themselves and their links. */
  readonly decision: Decision;
}

/** What waits and the moderators have not been told of. */
export function createUnheard(redis: RedisClient) {
  return {
    /** In numbers, whatever it is. One round trip. */
    async unheard(): Promise<Unheard> {
      const doing = "count what the moderators have not been told of";
      const [text, total, urgent, calm] = await ask(doing, z.tuple([TextReply, Size, Size, Size]), () =>
        redis.runAll([
          ["get", MODERATORS_TOLD],
          ["zcard", WAITING],
          ["zcard", unheardKey(true)],
          ["zcard", unheardKey(false)],
        ]),
      );
      const told = text === null ? null : readKept(doing, () => z.parse(ModeratorsTold, JSON.parse(text)));
      return { told, total, urgent, calm };
    },

    /** What is urgent first, then what has waited longest. */
    async unheardMembers(): Promise<string[]> {
      const members = await ask("list what the moderators have not been told of", z.tuple([Ids, Ids]), () =>
        redis.runAll([
          ["zrange", unheardKey(true), 0, -1],
          ["zrange", unheardKey(false), 0, -1],
        ]),
      );
      return members.flat();
    },

    /** The letters go into the outbox and what they tell of counts as heard. False when somebody else was faster: nothing changed. */
    async tell({ before, after, members, decision }: Telling, now: Millis): Promise<boolean> {
      const { guards, writes } = commitSteps(decision, now);
      const heard = members.flatMap((member) =>
        [true, false].map((urgent) => write.zrem(unheardKey(urgent), member)),
      );
      const [status] = await apply(
        redis,
        "tell the moderators",
        [
          before === null
            ? guard.absent(MODERATORS_TOLD)
            : guard.starts(MODERATORS_TOLD, versionStart(before.version)),
          ...guards,
        ],
        [write.set(MODERATORS_TOLD, recordText(after), null), ...writes, ...heard.slice(0, STEPS_AT_ONCE)],
      );
      if (status !== "committed") return false;
      await forget(heard.slice(STEPS_AT_ONCE));
      return true;
    },
  };

  /** What is left of many. Where this stops half way, the next letter tells of the rest once more. */
  async function forget(steps: readonly WriteStep[]): Promise<void> {
    for (let at = 0; at < steps.length; at += STEPS_AT_ONCE)
      await apply(redis, "note what the moderators were told", [], steps.slice(at, at + STEPS_AT_ONCE));
  }
}
