import type { RewardKind } from "../domain/records/reward.ts";
import { small, type Drawing, type SmallOptions, type Strokes } from "./svg.ts";

/** One thing for each kind of reward, on a grid of 48. */
export const REWARD_STROKES: Readonly<Record<RewardKind, Strokes>> = {
  // Two coins.
  money: {
    shape: "M19 13.5a14.5 14.5 0 1 0 .1 0z",
    line: "M24.5 23a6.5 6.5 0 1 0 0 10.5M12.5 26.5h8M12.5 30.5h8M22 8.5a14.5 14.5 0 0 1 15.5 21",
  },
  // One hand washes the other: what goes and what comes back.
  favour: {
    shape: "M4.5 15L15 5v6h24.5v8H15v6z",
    line: "M43.5 33L33 23v6H8.5v8H33v6z",
  },
  // A parcel with a bow.
  thing: {
    shape: "M5 15h38v8.5H5zM8.5 23.5h31v19h-31z",
    line: "M24 15v27.5M24 15c-3-11.5-15.5-12-14.5-5.5.6 4 7 5.5 14.5 5.5 7.5 0 13.9-1.5 14.5-5.5C39.5 3 27 3.5 24 15",
  },
  hours: {
    shape: "M24 6.5a18 18 0 1 0 .1 0z",
    line: "M24 14.5V25l7 5",
  },
  // Somebody asks: the answer is yours.
  open: {
    shape:
      "M9 6h30a4.5 4.5 0 0 1 4.5 4.5v19a4.5 4.5 0 0 1-4.5 4.5H26L15.5 43V34H9a4.5 4.5 0 0 1-4.5-4.5v-19A4.5 4.5 0 0 1 9 6z",
    line: "M19 15.5c0-3 2.2-4.5 5-4.5s5.2 1.6 5.2 4.5c0 3.5-5.2 3.5-5.2 7.5",
    solid: "M24 26.2a1.8 1.8 0 1 0 .1 0z",
  },
};

export function rewardDrawing(kind: RewardKind, options?: SmallOptions): Drawing {
  return small(REWARD_STROKES[kind], options);
}
