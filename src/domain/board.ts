import type { Category } from "./category.ts";
import type { Job } from "./job.ts";
import type { Place } from "./place.ts";
import type { RewardKind } from "./reward.ts";

/** How many favours a page of the board shows. */
export const BOARD_PAGE_SIZE = 20;

export interface BoardQuery {
  readonly category?: Category | undefined;
  readonly place?: Place | undefined;
  readonly rewardKind?: RewardKind | undefined;
  readonly offers?: "with" | "without" | undefined;
  readonly text?: string | undefined;
  readonly order: "newest" | "ending" | "reward";
  /** From 1. */
  readonly page: number;
}

export interface JobWithOffers {
  readonly job: Job;
  /** Number of live offers. */
  readonly offers: number;
}

export interface BoardPage {
  readonly jobs: readonly JobWithOffers[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}
