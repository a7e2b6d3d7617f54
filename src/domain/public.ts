import type { JobState } from "./job.ts";
import type { RewardKind } from "./reward.ts";

/** A favour as everybody may see it: the JSON of `/api/jobs` and what the pages show. Nothing private fits in it. */
export interface PublicJob {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly place: string;
  readonly town: string | null;
  readonly deadline: string | null;
  readonly state: JobState;
  readonly rewards: readonly {
    readonly kind: RewardKind;
    readonly amountCents: number | null;
    readonly text: string | null;
    readonly name: string;
  }[];
  /** Number of live offers. */
  readonly offers: number;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** One of the examples of a first local start: marked where it is shown, never in feeds or structured data. */
  readonly example: boolean;
  /** Absolute path of its page. */
  readonly url: string;
}

/** How much there is now of what anybody may see. */
export interface PublicNumbers {
  readonly openJobs: number;
  /** Those of them that somebody offers to do. */
  readonly openJobsWithOffers: number;
  readonly comments: number;
}
