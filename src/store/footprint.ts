import type { Millis } from "../domain/kernel/time.ts";

/** A record's place in a sorted set. */
export interface Placement {
  readonly key: string;
  readonly member: string;
  readonly score: number;
  /** How long the whole set is kept after this came into it, in milliseconds. Absent: a member goes with its record. */
  readonly life?: Millis;
}

/**
 * What one record alone puts into the indexes: pure, so that a commit writes the difference between the record's footprint
 * before and after, and a test can rebuild every index from the records.
 */
export interface Footprint {
  readonly places: readonly Placement[];
  /** Counters that this record adds 1 to. */
  readonly counts: readonly string[];
}

export const NO_FOOTPRINT: Footprint = { places: [], counts: [] };
