import type { BoardQuery } from "../../../src/domain/favours/board.ts";
import type { Job } from "../../../src/domain/records/job.ts";
import type { RedisStore } from "../../../src/store/store.ts";
import { newJob, NOW, saved } from "./records.ts";

export async function storeWith(fresh: () => Promise<RedisStore>, jobs: readonly Job[]): Promise<RedisStore> {
  const store = await fresh();
  for (const record of jobs) await store.commit(saved(newJob(record)), NOW);
  return store;
}

export async function idsOf(store: RedisStore, query: Partial<BoardQuery>): Promise<string[]> {
  const { jobs } = await store.board({ order: "newest", page: 1, ...query }, NOW);
  return jobs.map(({ job: { id } }) => id);
}

export const money = (amountCents: number): Job["reward"] => ({ kind: "money", amountCents, text: null });
export const kind = (reward: Exclude<Job["reward"]["kind"], "money">): Job["reward"] => ({
  kind: reward,
  amountCents: null,
  text: null,
});
