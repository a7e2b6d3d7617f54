import { BUSY_MINUTES, ECHO_DAYS } from "../domain/kernel/suspicion-limits.ts";
import { DAY, MINUTE } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { write } from "./instructions.ts";
import { echoKey, rateKey } from "./passing-keys.ts";
import { ask, type RedisClient, TextReplies } from "./redis/client.ts";

/** A text that was sent: its marks as keyed hashes, and the visitor as one. */
export interface SentText {
  readonly marks: readonly string[];
  readonly visitor: string;
}

export function createEchoes(redis: RedisClient) {
  return {
    /** How often each mark was sent lately, and how many texts the visitor sent. One round trip. */
    async sentBefore(text: SentText): Promise<{ marks: number[]; visitor: number }> {
      const keys = [visitorKey(text.visitor), ...text.marks.map(echoKey)];
      const counts = await ask("count earlier texts", TextReplies, () => redis.run(["mget", ...keys]));
      const [visitor = 0, ...marks] = counts.map((count) => Number(count ?? 0));
      return { marks, visitor };
    },

    /** Counts a text that was taken. Nothing in it says which it was, nor whose. */
    async countText(text: SentText): Promise<void> {
      const marks = text.marks.map((mark) => write.incr(echoKey(mark), 1, ECHO_DAYS * DAY));
      const visitor = write.incr(visitorKey(text.visitor), 1, BUSY_MINUTES * MINUTE);
      await apply(redis, "count a text", [], [visitor, ...marks]);
    },
  };
}

function visitorKey(visitor: string): string {
  return rateKey(`texts:${visitor}`);
}
