import type { FieldsOf } from "../kernel/form.ts";
import type { JOB_WORDS } from "./job-form.ts";
import type { Category } from "../records/category.ts";
import type { Job, JobState } from "../records/job.ts";
import type { Millis } from "../kernel/time.ts";
import type { Place } from "../records/place.ts";
import type { RewardKind } from "../records/reward.ts";

export interface BoardQuery {
  readonly category?: Category | undefined;
  /** Any of them; absent or empty: wherever. Each once, in the order of `PLACES`. */
  readonly places?: readonly Place[] | undefined;
  /** The places' neighbours count too. */
  readonly nearby?: boolean | undefined;
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

/** A favour as everybody may see it: the JSON of `/api/jobs` and what the pages show. Nothing private fits in it. */
export interface PublicJob extends Readonly<FieldsOf<typeof JOB_WORDS.shape>> {
  readonly id: string;
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

/** Favours that were done, a page at a time. */
export interface DoneBoard extends Omit<BoardPage, "jobs"> {
  readonly jobs: readonly Job[];
}

/** How favours end, and how long the first offer is waited for. */
export interface FavourNumbers {
  /** Of those that ended. */
  readonly done: number;
  /** Done, expired or taken back; what was erased since counts as it ended. */
  readonly ended: number;
  /** The median of those that got an offer, in milliseconds; null where there is none. */
  readonly firstOfferAfter: Millis | null;
}

/** Of one place; 0 and null where too few favours make it up. */
export interface PlaceNumbers extends FavourNumbers {
  readonly place: Place;
  readonly open: number;
}

/** How much there is now of what anybody may see. */
export interface PublicNumbers extends FavourNumbers {
  readonly openJobs: number;
  /** Those of them that somebody offers to do. */
  readonly openJobsWithOffers: number;
  readonly comments: number;
  /** Only where there is enough to say. */
  readonly places: readonly PlaceNumbers[];
}
