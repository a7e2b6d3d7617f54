import { ask, type RedisClient, Texts } from "./client.ts";
import { counterKey, votesCounter } from "./keys.ts";

/** How an answer of the FAQ was received. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
}

/** In the order asked for, in one round trip. */
export async function voteCounts(redis: RedisClient, questions: readonly string[]): Promise<VoteCounts[]> {
  if (questions.length === 0) return [];
  const keys = questions.flatMap((question) => [
    counterKey(votesCounter(question, "yes")),
    counterKey(votesCounter(question, "no")),
  ]);
  const texts = await ask("count votes", Texts, () => redis.run(["mget", ...keys]));
  return questions.map((_, at) => ({
    yes: Number(texts[2 * at] ?? 0),
    no: Number(texts[2 * at + 1] ?? 0),
  }));
}
